'use strict';

// A server fills its demo data, and a browser starts, before the first line of a file runs.
jest.setTimeout(120_000);
