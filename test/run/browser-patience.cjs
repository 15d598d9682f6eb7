'use strict';

// A server fills its demo data, and a browser starts, before the first line of a file runs.
jest.setTimeout(120_000);

// A browser, a server and axe share the processors with those of another worker, and a person would look twice, too: what
// fails is tried once more, and the first failure is printed. What is broken fails twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
