'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** Lets a spec look at what it tests at the moment when a test has failed, before anything is tidied up. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure') return;
    // Set by test/browser/support/failure-pictures.ts, where a spec has opened a page.
    await this.global.onFailedTest?.(fullName(event.test));
  }
};

function fullName(test) {
  return test.parent && test.parent.name !== 'ROOT_DESCRIBE_BLOCK'
    ? `${fullName(test.parent)} ${test.name}`
    : test.name;
}
