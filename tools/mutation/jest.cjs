'use strict';

const path = require('node:path');
const { projects, testTimeout } = require('../../jest.config.cjs');

const unit = projects.find(({ displayName }) => displayName === 'unit');

/**
 * The unit tests of the server and the libraries, as Stryker runs them: one flat project. With the `projects` of jest.config.cjs
 * Stryker cannot tell which test covers which line, and its first run does not end.
 */
module.exports = {
  ...unit,
  rootDir: path.join(__dirname, '../..'),
  roots: ['<rootDir>/src', '<rootDir>/libs'],
  setupFilesAfterEnv: [path.join(__dirname, 'fixed-draws.cjs')],
  testTimeout,
};
