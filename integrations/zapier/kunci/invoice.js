'use strict';

const invoiceSample = {
  id: '01a22db6-154e-724f-b9d2-76b7584ce8a5',
  number: 'INV-2026-003',
  customer: 'Kopi Senja',
  total: '480500.50',
  currency: 'IDR',
  issuedOn: '2026-10-02',
};

const invoiceOutputFields = [
  { key: 'id', label: 'Invoice ID' },
  { key: 'number', label: 'Number' },
  { key: 'customer', label: 'Customer' },
  { key: 'total', label: 'Total', type: 'number' },
  { key: 'currency', label: 'Currency' },
  { key: 'issuedOn', label: 'Issued On', type: 'datetime' },
];

module.exports = { invoiceOutputFields, invoiceSample };
