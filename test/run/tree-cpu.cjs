'use strict';

const fs = require('node:fs');

/** Linux tells processor time in hundredths of a second, on every machine. */
const tickMs = 10;

/**
 * How much processor time a process and its descendants have used so far, those that have ended among them. Unlike the time
 * on the clock it hardly depends on what else the machine does.
 *
 * @param pid of the process at the root
 * @returns milliseconds; null where the system does not tell (anything but Linux)
 */
function treeCpuMs(pid) {
  if (!fs.existsSync('/proc/self/stat')) return null;
  const processes = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const inTree = new Set([pid]);
  // A child may be listed before its parent.
  for (let known = 0; known !== inTree.size;) {
    known = inTree.size;
    for (const one of processes) if (inTree.has(one.parent)) inTree.add(one.pid);
  }
  return processes.filter((one) => inTree.has(one.pid)).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Nothing where the process has just ended. */
function readProcess(name) {
  try {
    // The name of the program, in parentheses, may hold anything. Behind it: state, parent, and from the twelfth on the times.
    const fields = fs
      .readFileSync(`/proc/${name}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const own = fields.slice(11, 15).map(Number);
    return [{ pid: Number(name), parent: Number(fields[1]), cpuMs: tickMs * own.reduce((a, b) => a + b) }];
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return [];
    throw error;
  }
}

module.exports = { treeCpuMs };
