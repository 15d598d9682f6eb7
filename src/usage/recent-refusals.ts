import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../platform';
import { type Principal } from '../tenancy';
import { type Refusal } from './outcomes';

/** One refusal of a known key. */
export interface RefusedUse {
  readonly keyId: string;
  readonly reason: Refusal;
  readonly at: Date;
  readonly address: string | null;
  /** The method and the pattern of the path; null where another service asked. */
  readonly route: string | null;
  /** As the answer to the request had it. */
  readonly requestId: string | null;
}

/** The last refusals of so many keys, most recently refused; `keys` are those of all companies. */
export const kept = { perKey: 50, keysOfCompany: 100, keys: 1_000 };

/**
 * The last refusals of keys, to look into a failure: in memory, of this instance, since it started. A key is forgotten when too
 * many others of its company were refused after it; and where all companies have too many, the one with the most loses first.
 */
@Injectable()
export class RecentRefusals {
  /** Tells the memory of this instance from those of others. */
  readonly instance: string;
  readonly since: Date;
  /** By company and key, those that were refused last at the end. */
  private readonly companies = new Map<string, Map<string, RefusedUse[]>>();
  private keys = 0;

  constructor(clock: Clock, ids: Ids) {
    this.since = clock.now();
    this.instance = ids.next();
  }

  note(companyId: string, refused: RefusedUse): void {
    const company = this.companies.get(companyId) ?? new Map<string, RefusedUse[]>();
    toEnd(this.companies, companyId, company);
    const uses = company.get(refused.keyId) ?? [];
    if (uses.length === 0) this.keys += 1;
    toEnd(company, refused.keyId, uses);
    uses.push(refused);
    if (uses.length > kept.perKey) uses.shift();
    if (company.size > kept.keysOfCompany) this.forgetFirst(companyId, company);
    if (this.keys > kept.keys) this.forgetOfLargest();
  }

  /** Of the principal's company, the newest first. @param keyId of this key only, unless it is null. */
  of(principal: Principal, keyId: string | null): RefusedUse[] {
    const company = this.companies.get(principal.company?.id ?? '');
    if (company === undefined) return [];
    const uses = keyId === null ? [...company.values()].flat() : (company.get(keyId) ?? []);
    return uses.toReversed().sort((one, other) => other.at.getTime() - one.at.getTime());
  }

  /** So no company takes the place of one with fewer keys. Of those with as many, the one that was quiet longest loses. */
  private forgetOfLargest(): void {
    let largest: [string, Map<string, RefusedUse[]>] | null = null;
    for (const one of this.companies) if (largest === null || one[1].size > largest[1].size) largest = one;
    if (largest !== null) this.forgetFirst(...largest);
  }

  private forgetFirst(companyId: string, company: Map<string, RefusedUse[]>): void {
    const [first] = company.keys();
    if (first !== undefined && company.delete(first)) this.keys -= 1;
    if (company.size === 0) this.companies.delete(companyId);
  }
}

function toEnd<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
}
