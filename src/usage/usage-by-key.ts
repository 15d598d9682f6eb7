import { Injectable } from '@nestjs/common';
import { hourMs } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, type RankRange, type ScopedQuery, ScopedRepository } from '../tenancy';
import { countedIn, KeyUsageHourEntity } from './key-usage-hour.entity';
import { countsIn, toView } from './counts-view';
import { outcomes, refusals } from './outcomes';
import { failingSince, type Span } from './time-steps';
import { type CountsView } from './usage.schema';

/** How many rows are added up to put keys in order: one is a key in an hour. */
const maxRows = 50_000;

/** By what keys are put in order, and by what those of the same number. */
export type RankedBy = 'refused' | 'valid';

export interface RankedKey {
  readonly keyId: string;
  /** As the order asks for them: refusals and then uses, or the other way round. */
  readonly sums: readonly number[];
}

const refused = refusals.map((refusal) => `usage.${countedIn[refusal]}`).join(' + ');
const numbers: Record<RankedBy, readonly string[]> = {
  refused: [refused, 'usage.valid'],
  valid: ['usage.valid', refused],
};

/** The use of the keys of a company, each by itself. */
@Injectable()
export class UsageByKey {
  constructor(
    @InjectScoped(KeyUsageHourEntity) private readonly hours: ScopedRepository<KeyUsageHourEntity>,
  ) {}

  /** The end of this span in which there are no more uses than can be added up; an hour at least. */
  async rankedSpan(principal: Principal, { fromMs, toMs }: Span): Promise<Span> {
    const rows = () => this.inSpan(principal, { fromMs, toMs }).orderBy('usage.hour', 'DESC').limit(1);
    const [beyond] = await rows().offset(maxRows).columnsOf(['hour']);
    if (beyond === undefined) return { fromMs, toMs };
    const [newest] = await rows().columnsOf(['hour']);
    const cut = Number(beyond[0]);
    return { fromMs: newest !== undefined && Number(newest[0]) > cut ? cut + hourMs : cut, toMs };
  }

  /** The keys that were used or refused in a span. @param keyIds only these. */
  async ranked(
    principal: Principal,
    span: Span,
    by: RankedBy,
    range: RankRange,
    keyIds: readonly string[] | null = null,
  ): Promise<RankedKey[]> {
    const rows = this.inSpan(principal, span);
    if (keyIds !== null) rows.byIndex('PRIMARY').and('usage.keyId IN (:...keyIds)', { keyIds });
    const found = await rows.rankedBy('keyId', numbers[by], range);
    return found.map(([keyId, sums]) => ({ keyId, sums }));
  }

  /** The counts of each of these keys that has any. */
  async countsOf(
    principal: Principal,
    { fromMs, toMs }: Span,
    keyIds: readonly string[],
  ): Promise<ReadonlyMap<string, CountsView>> {
    if (keyIds.length === 0) return new Map();
    const sums = await this.hours
      .of(principal)
      .query('usage')
      .and('usage.keyId IN (:...keyIds) AND usage.hour >= :fromMs AND usage.hour < :toMs', {
        keyIds,
        fromMs,
        toMs,
      })
      .sumsBy(
        'keyId',
        outcomes.map((outcome) => countedIn[outcome]),
      );
    return new Map(sums.map(([keyId, sum]) => [String(keyId), toView(countsIn(sum))]));
  }

  /** Which of these keys fail: they were refused in the last 24 hours. */
  async failingAmong(
    principal: Principal,
    keyIds: readonly string[],
    now: Date,
    tx?: Tx,
  ): Promise<Set<string>> {
    if (keyIds.length === 0) return new Set();
    const since = failingSince(now);
    const found = await this.hours
      .of(principal, tx)
      .query('usage')
      .and('usage.keyId IN (:...keyIds) AND usage.hour >= :since AND usage.failingHour >= :since', {
        keyIds,
        since,
      })
      .valuesOf('keyId');
    return new Set(found);
  }

  private inSpan(principal: Principal, { fromMs, toMs }: Span): ScopedQuery<KeyUsageHourEntity> {
    return this.hours
      .of(principal)
      .query('usage')
      .byIndex('key_usage_hours_company')
      .and('usage.hour >= :fromMs AND usage.hour < :toMs', { fromMs, toMs });
  }
}
