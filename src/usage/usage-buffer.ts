import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { LessThan } from 'typeorm';
import { Periodic, secondMs } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { LOGGER } from '../platform/logging';
import { KeyUsageEntity } from './key-usage.entity';

const flushEveryMs = 2 * secondMs;
const mostKeys = 100_000;

export interface Use {
  readonly companyId: string;
  readonly keyId: string;
  readonly at: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/**
 * Notes uses of keys in memory and writes them every two seconds, so that no request waits for it and a key costs one row
 * write per flush, whatever its traffic. Keys of all companies go into one batch.
 */
@Injectable()
export class UsageBuffer implements OnApplicationBootstrap, OnApplicationShutdown {
  private waiting = new Map<string, Use>();
  private readonly flushing: Periodic;

  constructor(
    private readonly units: UnitOfWork,
    @Inject(LOGGER) log: Logger,
  ) {
    this.flushing = new Periodic(
      flushEveryMs,
      () => this.flush(),
      (err) => log.warn({ err, keys: this.waiting.size }, 'last use of keys could not be written yet'),
    );
  }

  onApplicationBootstrap(): void {
    this.flushing.start();
  }

  /** The last requests have been answered by now; what they noted is written before the database closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.flushing.stop();
    await this.flush();
  }

  /** Notes one use. When the database has been away for so long that the buffer is full, new keys are not noted. */
  record(use: Use): void {
    if (this.waiting.size >= mostKeys && !this.waiting.has(use.keyId)) return;
    this.waiting.set(use.keyId, use);
  }

  /** Writes what is waiting. Throws what the database throws; then everything is still waiting. */
  async flush(): Promise<void> {
    if (this.waiting.size === 0) return;
    const batch = this.waiting;
    this.waiting = new Map();
    try {
      await this.units.run((tx) => write(tx, batch.values()));
    } catch (error) {
      // What came meanwhile is newer and wins.
      this.waiting = new Map([...batch, ...this.waiting]);
      throw error;
    }
  }
}

async function write(tx: Tx, uses: Iterable<Use>): Promise<void> {
  const rows = managerOf(tx).getRepository(KeyUsageEntity);
  for (const { companyId, keyId, at, address, userAgent } of uses) {
    const use = { lastUsedAt: at, address, userAgent };
    await rows
      .createQueryBuilder()
      .insert()
      .values({ companyId, keyId, ...use })
      .orIgnore()
      .execute();
    // Forward only: another instance may have written a later use.
    await rows.update({ companyId, keyId, lastUsedAt: LessThan(at) }, use);
  }
}
