import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { events } from '../../../libs/events';
import { CacheLease, ChangeFeed, HeartbeatLoop } from '../../cluster';
import { CompanyEntity } from '../../companies';
import { LabelledCache } from '../../platform/cache';
import { FastReader } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { keyLength } from './key-shape';
import { KeyShapeEntity } from './key-shape.entity';
import { type CompanyShape, ShapeSet } from './shape-set';

const name = 'shapes';
const changing: ReadonlySet<string> = new Set(
  [events.keyShapeAdded, events.keyShapeRemoved, events.companyClosed].map(({ type }) => type),
);

/**
 * The shapes of all imported keys but those of closed companies, remembered like keys are: while the lease holds, and until
 * the log says that one was added or removed, or a company closed. So text of no shape costs no statement, and a new shape is known everywhere when its receipt says so.
 */
@Injectable()
export class KnownShapes implements OnApplicationBootstrap {
  private readonly cache = new LabelledCache<ShapeSet>({ maxPositive: 1, maxNegative: 1 });

  constructor(
    private readonly lease: CacheLease,
    private readonly heartbeats: HeartbeatLoop,
    private readonly fastReader: FastReader,
    feed: ChangeFeed,
  ) {
    feed.subscribe({
      onChange: ({ type }) => {
        if (changing.has(type)) this.cache.evict(name);
      },
      onGap: () => this.cache.clear(),
    });
  }

  /** So that not the first text waits for it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.cache.lookUp(name, () => this.read());
  }

  /** Whether an imported key may be as long as this. Where that is not known at once, any sensible length will do. */
  mayHaveLength(length: number): boolean {
    const known = this.peek();
    return known === null ? length >= keyLength.min && length <= keyLength.max : known.hasLength(length);
  }

  /** The same of a text. */
  mayInclude(text: string): boolean {
    return this.peek()?.includes(text) ?? this.mayHaveLength(text.length);
  }

  /** The shape of this company's that a text has, as far as it is known at once. */
  ofCompany(companyId: string, text: string): CompanyShape | null {
    return this.peek()?.ofCompany(companyId, text) ?? null;
  }

  /** @throws what the database throws; 503 when no lease can be had. */
  async fetch(): Promise<ShapeSet> {
    for (;;) {
      await this.heartbeats.ensureLease();
      const known = this.peek();
      if (known !== null) return known;
      const read = await this.cache.lookUp(name, () => this.read());
      if (read.isCurrent && this.lease.isHeld()) return read.value;
    }
  }

  private peek(): ShapeSet | null {
    return this.lease.isHeld() ? (this.cache.peek(name, 0)?.value ?? null) : null;
  }

  private async read() {
    const rows = await managerOf(this.fastReader)
      .createQueryBuilder(KeyShapeEntity, 'shape')
      .innerJoin(CompanyEntity, 'company', 'company.id = shape.companyId AND company.closedAt IS NULL')
      .getMany();
    return { value: new ShapeSet(rows), labels: [name], positive: true, untilMs: Infinity };
  }
}
