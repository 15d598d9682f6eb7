import os from 'node:os';
import { type Ground } from './environment';

const told = [
  'version',
  'innodb_buffer_pool_size',
  'innodb_flush_log_at_trx_commit',
  'innodb_flush_method',
  'log_bin',
];

/** On what was measured; no name and no place. */
export async function machine(ground: Ground) {
  const [cpu] = os.cpus();
  return {
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.platform()} ${os.arch()}`,
    node: process.version,
    /** Who else was at work when it began. */
    loadAverage: Number((os.loadavg()[0] ?? 0).toFixed(2)),
    database: await ground.variables(told),
  };
}
