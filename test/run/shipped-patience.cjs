'use strict';

// Servers start, and one fills its demo data, before the first line of a file runs; and the processors are shared.
jest.setTimeout(180_000);
