import { Injectable } from '@nestjs/common';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { type Tx } from '../platform/database';
import { changesOf, type PatchFields } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { defaultPolicy, type KeyPolicy, type KeyPolicyPatch, readKeyPolicy } from './key-policy';
import { KeyPolicyEntity } from './key-policy.entity';

/** What a company allows for each kind of key. What cannot be read of a policy counts as its cautious value. */
@Injectable()
export class KeyPolicies {
  constructor(@InjectScoped(KeyPolicyEntity) private readonly policies: ScopedRepository<KeyPolicyEntity>) {}

  async get(principal: Principal, kind: KeyKind): Promise<KeyPolicy> {
    return readKeyPolicy(kind, await this.policies.of(principal).findOne({ kind }));
  }

  /** The policy, and with it the right to count keys of this kind: nobody else gets it before the unit ends. */
  async lock(principal: Principal, kind: KeyKind, tx: Tx): Promise<KeyPolicy> {
    return readKeyPolicy(kind, await this.policies.of(principal, tx).lockOne({ kind }));
  }

  async all(principal: Principal, tx?: Tx): Promise<Record<KeyKind, KeyPolicy>> {
    const rows = await this.policies.of(principal, tx).find();
    const of = (kind: KeyKind): KeyPolicy =>
      readKeyPolicy(kind, rows.find((row) => row.kind === kind) ?? null);
    return { company: of('company'), product: of('product'), personal: of('personal') };
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
    if (row === null) await rows.insert({ kind, ...after });
    else if (Object.keys(changed).length > 0) await rows.update({ kind }, changed);
    return { before, after };
  }

  /** Gives a new company its rows. */
  async insertDefaults(principal: Principal, tx: Tx): Promise<void> {
    for (const kind of keyKinds) {
      await this.policies.of(principal, tx).insert({ kind, ...defaultPolicy(kind) });
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
  } satisfies PatchFields<KeyPolicyPatch, Partial<KeyPolicy>>;
}
