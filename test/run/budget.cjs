'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { performance } = require('node:perf_hooks');
const { treeCpuMs } = require('./tree-cpu.cjs');

const file = path.resolve(__dirname, '../../.ci/budget');
/** How much of the machine others may use for it to count as quiet. */
const quietShare = 0.1;

/**
 * Measures a part of a run.
 *
 * @returns what it returned, and `{name, clockS, cpuS, machineS}`: seconds on the clock, of its processes, and of all processes of
 * the machine; the last two are null where the system does not tell
 */
async function measured(name, act) {
  const start = { clockMs: performance.now(), cpuMs: treeCpuMs(process.pid), machineMs: machineCpuMs() };
  const result = await act();
  const since = (now, before) => (now === null || before === null ? null : Math.round((now - before) / 1000));
  const part = {
    name,
    clockS: since(performance.now(), start.clockMs),
    cpuS: since(treeCpuMs(process.pid), start.cpuMs),
    machineS: since(machineCpuMs(), start.machineMs),
  };
  return { result, part };
}

/** What all processes of this machine have used: everything but idling and waiting for the disk. */
function machineCpuMs() {
  if (!fs.existsSync('/proc/stat')) return null;
  const [user, nice, system, _idle, _iowait, irq, softirq, steal] = fs
    .readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return 10 * (user + nice + system + irq + softirq + steal);
}

/** @returns the budget by part: `{clockS, cpuS}` */
function readBudget(text = fs.readFileSync(file, 'utf8')) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [name, clockS, cpuS] = line.trim().split(/\s+/);
      return [name, { clockS: Number(clockS), cpuS: Number(cpuS) }];
    }),
  );
}

/** All parts as one. */
function totalOf(parts) {
  const sum = (key) => parts.reduce((all, part) => (part[key] === null ? null : (all ?? 0) + part[key]), 0);
  return { name: 'total', clockS: sum('clockS'), cpuS: sum('cpuS'), machineS: sum('machineS') };
}

/** @returns a sentence for each part that took more than it may, or that has no budget */
function overBudget(parts, budget, cores = os.availableParallelism()) {
  return parts.flatMap((part) => {
    const may = budget[part.name];
    if (may === undefined) return [`${part.name} has no line in .ci/budget.`];
    if (part.cpuS !== null && part.cpuS > may.cpuS)
      return [`${part.name} took ${part.cpuS} s of ${may.cpuS} s of processor time.`];
    const isLate = part.name === 'total' && part.clockS > may.clockS && wasQuiet(part, cores);
    return isLate ? [`${part.name} took ${part.clockS} s of ${may.clockS} s.`] : [];
  });
}

function wasQuiet({ clockS, cpuS, machineS }, cores) {
  if (cpuS === null || machineS === null) return false;
  return machineS - cpuS <= quietShare * clockS * cores;
}

/** A line for each part: what it took, and what it may. */
function describeParts(parts, budget) {
  const row = (name, clock, cpu) => `${name.padEnd(10)}${clock.padStart(18)}${cpu.padStart(22)}`;
  const pair = (took, may) => `${took ?? '?'} of ${may ?? '?'} s`;
  return [
    row('part', 'clock', 'processor'),
    ...parts.map(({ name, clockS, cpuS }) =>
      row(name, pair(clockS, budget[name]?.clockS), pair(cpuS, budget[name]?.cpuS)),
    ),
  ].join('\n');
}

module.exports = { measured, readBudget, totalOf, overBudget, describeParts };
