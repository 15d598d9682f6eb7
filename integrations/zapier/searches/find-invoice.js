'use strict';

const { ask } = require('../kunci/ask');
const { invoiceOutputFields, invoiceSample } = require('../kunci/invoice');

/** What is read within the 30 seconds that Zapier gives a search, and without spending the limits of the key. */
const maxPages = 10;

module.exports = {
  key: 'find_invoice',
  noun: 'Invoice',
  display: {
    label: 'Find Sales Invoice',
    description: 'Finds a sales invoice by its number among the newest 1,000.',
  },
  operation: {
    perform,
    inputFields: [{ key: 'number', label: 'Number', type: 'string', required: true }],
    sample: invoiceSample,
    outputFields: invoiceOutputFields,
  },
};

async function perform(z, bundle) {
  const number = normalized(bundle.inputData.number);
  let cursor = null;
  for (let page = 0; page < maxPages; page += 1) {
    const params = { limit: '100', ...(cursor === null ? {} : { cursor }) };
    const { data, pagination } = await ask(z, bundle, '/sales_invoices', { params });
    const found = data.filter((invoice) => normalized(invoice.number) === number);
    if (found.length > 0 || !pagination.hasMore) return found;
    cursor = pagination.cursor;
  }
  return [];
}

function normalized(number) {
  return String(number).trim().toLowerCase();
}
