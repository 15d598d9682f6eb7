import { Injectable } from '@nestjs/common';
import { Clock } from '../platform';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { askedSpan } from './asked-span';
import { countsIn, toView } from './counts-view';
import { countedIn, KeyUsageHourEntity } from './key-usage-hour.entity';
import { addCounts, type Counts, noCounts } from './outcomes';
import { beginningOf, beginningsIn, type Span } from './time-steps';
import { type UsageQuery, type UsageView } from './usage.schema';

/** How often the keys of a company were good, and how often refused for what. */
@Injectable()
export class UsageService {
  constructor(
    @InjectScoped(KeyUsageHourEntity) private readonly hours: ScopedRepository<KeyUsageHourEntity>,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts by hour or day, with zeros where there is nothing; also for a key that nobody has.
   * @throws 422 when it would be nothing, or too much.
   */
  async counts(principal: Principal, query: UsageQuery): Promise<UsageView> {
    const { step } = query;
    const span = askedSpan(principal, step, query, this.clock.now());
    const found = new Map(beginningsIn(step, span).map((at) => [at, noCounts()]));
    const totals = noCounts();
    for (const { hour, counts } of await this.sums(principal, query.keyId ?? null, span)) {
      const stepCounts = found.get(beginningOf(step, hour));
      if (stepCounts !== undefined) addCounts(stepCounts, counts);
      addCounts(totals, counts);
    }
    const data = [...found].map(([at, counts]) => ({ at: new Date(at).toISOString(), ...toView(counts) }));
    const ends = { from: new Date(span.fromMs).toISOString(), to: new Date(span.toMs).toISOString() };
    return { ...ends, step, data, totals: toView(totals) };
  }

  /** The counts of each hour in which there are any, added up over the keys. */
  private async sums(
    principal: Principal,
    keyId: string | null,
    { fromMs, toMs }: Span,
  ): Promise<{ hour: number; counts: Counts }[]> {
    const rows = this.hours
      .of(principal)
      .query('usage')
      .and('usage.hour >= :fromMs AND usage.hour < :toMs', { fromMs, toMs });
    if (keyId !== null) rows.and('usage.keyId = :keyId', { keyId });
    const sums = await rows.sumsBy('hour', Object.values(countedIn));
    return sums.map(([hour, sum]) => ({ hour: Number(hour), counts: countsIn(sum) }));
  }
}
