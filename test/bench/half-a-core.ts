import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** So short that a held process pauses for a few milliseconds, not for tens of them. */
const periodUs = 10_000;
const groups = '/sys/fs/cgroup';

/**
 * Holds each of these processes to half a core, by a control group of its own (Linux, as root; either version).
 * @returns what removes the groups, once the processes have ended.
 * @throws where the system has no such groups, or does not let us make one.
 */
export function holdToHalfACore(pids: readonly number[]): () => void {
  const isFirstVersion = existsSync(path.join(groups, 'cpu/cpu.cfs_quota_us'));
  const made = pids.map((pid) => {
    const group = path.join(groups, isFirstVersion ? 'cpu' : '', `kunci-bench-${pid}`);
    mkdirSync(group);
    if (isFirstVersion) {
      writeFileSync(path.join(group, 'cpu.cfs_period_us'), String(periodUs));
      writeFileSync(path.join(group, 'cpu.cfs_quota_us'), String(periodUs / 2));
    } else {
      writeFileSync(path.join(group, 'cpu.max'), `${periodUs / 2} ${periodUs}`);
    }
    writeFileSync(path.join(group, 'cgroup.procs'), String(pid));
    return group;
  });
  return () => made.forEach((group) => rmdirSync(group));
}
