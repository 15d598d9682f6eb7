'use strict';

/** How many tests passed and failed, and how to say it. Skipped tests are neither. */
const nothing = { passed: 0, failed: 0 };
const oneFailure = { passed: 0, failed: 1 };

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

const describe = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** A run in which nothing ran proves nothing, so it does not succeed. */
const succeeded = ({ passed, failed }) => passed > 0 && failed === 0;

/**
 * Sums up one run of jest.
 *
 * @param report what jest wrote with `--json`, or null where it did not come to that
 * @param endedWell whether jest ended by itself, with exit code 0
 */
function tallyOf(report, endedWell) {
  if (report === null) return oneFailure;
  const passed = report.numPassedTests;
  // A suite that could not run has no failed test, and would otherwise count as nothing.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed, failed: endedWell ? failed : Math.max(failed, 1) };
}

module.exports = { nothing, oneFailure, add, describe, succeeded, tallyOf };
