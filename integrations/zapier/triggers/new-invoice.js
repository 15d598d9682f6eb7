'use strict';

const { ask } = require('../kunci/ask');
const { invoiceOutputFields, invoiceSample } = require('../kunci/invoice');

module.exports = {
  key: 'new_invoice',
  noun: 'Invoice',
  display: { label: 'New Sales Invoice', description: 'Triggers when a sales invoice is created.' },
  operation: { type: 'polling', perform, sample: invoiceSample, outputFields: invoiceOutputFields },
};

/** Invoices are never changed, so that each is new once: Zapier knows them again by `id`. */
async function perform(z, bundle) {
  const { data } = await ask(z, bundle, '/sales_invoices', { params: { limit: '100' } });
  return data;
}
