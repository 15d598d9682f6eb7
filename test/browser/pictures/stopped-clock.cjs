'use strict';

/*
 * For `node --require`: a server whose wall clock stands still, so that what it says of times is the same in every run. Timers and
 * `performance.now()` go on.
 */

const atMs = Date.parse('2026-03-02T02:00:00Z');

globalThis.Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length === 0 ? [atMs] : parts));
  }

  static now() {
    return atMs;
  }
};
