import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { type Tx } from '../platform/database';
import { changesOf, type PatchFields } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { defaultPolicy, type KeyPolicy, type KeyPolicyPatch, readKeyPolicy } from './key-policy';
import { KeyPolicyEntity } from './key-policy.entity';

/** What a company allows for each kind of key. What cannot be read of a policy counts as its cautious value. */
@Injectable()
export class KeyPolicies {
  /** The policies that were last seen with a limit. Only a guess, with which fewer units take both locks, one after the other. */
  private readonly limited = new LRUCache<string, true>({ max: 10_000 });

  constructor(@InjectScoped(KeyPolicyEntity) private readonly policies: ScopedRepository<KeyPolicyEntity>) {}

  async get(principal: Principal, kind: KeyKind): Promise<KeyPolicy> {
    return readKeyPolicy(kind, await this.policies.of(principal).findOne({ kind }));
  }

  /** The policy, and with it the right to count keys of this kind: nobody else gets it before the unit ends. */
  async lock(principal: Principal, kind: KeyKind, tx: Tx): Promise<KeyPolicy> {
    return readKeyPolicy(kind, await this.policies.of(principal, tx).lockOne({ kind }));
  }

  /**
   * The policy, which stays as it is until the unit ends. Where it limits how many keys may be active, that is the lock under
   * which they are counted, as in `lock`; where it does not, any number of units hold it at the same time.
   */
  async hold(principal: Principal, kind: KeyKind, tx: Tx): Promise<KeyPolicy> {
    const name = `${principal.company?.id ?? ''} ${kind}`;
    if (!this.limited.has(name)) {
      const policy = readKeyPolicy(kind, await this.policies.of(principal, tx).shareOne({ kind }));
      if (policy.maxActive === null) return policy;
      this.limited.set(name, true);
    }
    const policy = await this.lock(principal, kind, tx);
    if (policy.maxActive === null) this.limited.delete(name);
    return policy;
  }

  async all(principal: Principal, tx?: Tx): Promise<Record<KeyKind, KeyPolicy>> {
    const rows = await this.policies.of(principal, tx).find();
    const of = (kind: KeyKind): KeyPolicy =>
      readKeyPolicy(kind, rows.find((row) => row.kind === kind) ?? null);
    return {
      company: of('company'),
      product: of('product'),
      personal: of('personal'),
      machine: of('machine'),
    };
  }

  /**
   * Writes what the patch names, so that a value which cannot be read stays noticeable until somebody sets it. A row that is
   * missing is made of cautious values. @returns the policy before and after.
   */
  async change(
    principal: Principal,
    kind: KeyKind,
    patch: KeyPolicyPatch,
    tx: Tx,
  ): Promise<{ before: KeyPolicy; after: KeyPolicy }> {
    const rows = this.policies.of(principal, tx);
    const row = await rows.lockOne({ kind });
    const before = readKeyPolicy(kind, row);
    const changed = changesOf(patch, fieldsOver(before));
    const after = { ...before, ...changed };
    if (row === null) await rows.insert({ kind, ...after, recappedDays: null });
    else if (Object.keys(changed).length > 0) await rows.update({ kind }, changed);
    return { before, after };
  }

  /** Gives a new company its rows. */
  async insertDefaults(principal: Principal, tx: Tx): Promise<void> {
    for (const kind of keyKinds) {
      const policy = defaultPolicy(kind);
      const recappedDays = policy.maxLifetimeDays ?? 0;
      await this.policies.of(principal, tx).insert({ kind, ...policy, recappedDays });
    }
  }
}

function fieldsOver(before: KeyPolicy) {
  return {
    enabled: (enabled) => ({ enabled }),
    maxActive: (maxActive) => ({ maxActive }),
    nameRequired: (nameRequired) => ({ nameRequired }),
    maxLifetimeDays: (maxLifetimeDays) => ({ maxLifetimeDays }),
    visibility: (visibility) => ({ visibility }),
    format: (format) => ({ format }),
    stepUp: (stepUp) => ({ stepUp: { ...before.stepUp, ...stepUp } }),
    machines: (machines) => ({ machines }),
    selfRotate: (selfRotate) => ({ selfRotate }),
    onHolderReport: (onHolderReport) => ({ onHolderReport }),
  } satisfies PatchFields<KeyPolicyPatch, Partial<KeyPolicy>>;
}
