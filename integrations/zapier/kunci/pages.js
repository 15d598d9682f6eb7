'use strict';

const { ask } = require('./ask');

/** What is read within the 30 seconds that Zapier gives a step, and without spending the limits of the key. */
const maxPages = 10;

/**
 * Reads a list page by page: the first 1,000 at most.
 * @param isKnown whether this item, and so all behind it, is too old to be new: no further page is needed. Behind the first page such
 * items are left out, as no earlier poll may have read so far back, and Zapier would take them for new.
 */
async function readPages(z, bundle, path, params, isKnown = () => false) {
  const items = [];
  let cursor = null;
  for (let page = 0; page < maxPages; page += 1) {
    const query = { limit: '100', ...params, ...(cursor === null ? {} : { cursor }) };
    const { data, pagination } = await ask(z, bundle, path, { params: query });
    items.push(...(page === 0 ? data : data.filter((item) => !isKnown(item))));
    if (!pagination.hasMore || data.some(isKnown)) break;
    cursor = pagination.cursor;
  }
  return items;
}

module.exports = { readPages };
