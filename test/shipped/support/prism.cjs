'use strict';

/* Prism's own reader and validator, without its command line and its proxy: one process and no hop for thousands of answers. */

const { getHttpOperationsFromSpec } = require('@stoplight/prism-cli/dist/operations');
const { validateOutput } = require('@stoplight/prism-http/dist/validator');

module.exports = { getHttpOperationsFromSpec, validateOutput };
