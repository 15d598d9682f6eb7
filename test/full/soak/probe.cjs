'use strict';

/*
 * Loaded into the server before its own code, with NODE_OPTIONS. At SIGUSR2 it collects garbage and writes to PROBE_FILE what
 * the process still holds. After a collection the memory in use tells a leak of a few bytes per request; the memory that the
 * system has given to the process does not.
 */
const { renameSync, writeFileSync } = require('node:fs');
const { setImmediate } = require('node:timers');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const file = process.env.PROBE_FILE;
delete process.env.PROBE_FILE;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

process.on('SIGUSR2', () => {
  // Twice: what the first one finalizes only the second one frees.
  collectGarbage();
  setImmediate(() => {
    collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const told = {
      rssBytes: rss,
      heldBytes: heapUsed + external,
      handles: process.getActiveResourcesInfo().length,
    };
    writeFileSync(`${file}.part`, JSON.stringify(told));
    renameSync(`${file}.part`, file);
  });
});
