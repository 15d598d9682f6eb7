import { Injectable } from '@nestjs/common';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { defaultPolicy, type KeyPolicy, type KeyPolicyPatch } from './key-policy';
import { KeyPolicyEntity } from './key-policy.entity';

/** What a company allows for each kind of key. */
@Injectable()
export class KeyPolicies {
  constructor(@InjectScoped(KeyPolicyEntity) private readonly policies: ScopedRepository<KeyPolicyEntity>) {}

  async get(principal: Principal, kind: KeyKind): Promise<KeyPolicy> {
    return toPolicy(await this.policies.of(principal).findOne({ kind }), kind);
  }

  /** The policy, and with it the right to count keys of this kind: nobody else gets it before the unit ends. */
  async lock(principal: Principal, kind: KeyKind, tx: Tx): Promise<KeyPolicy> {
    return toPolicy(await this.policies.of(principal, tx).lockOne({ kind }), kind);
  }

  async all(principal: Principal, tx?: Tx): Promise<Record<KeyKind, KeyPolicy>> {
    const rows = await this.policies.of(principal, tx).find();
    const of = (kind: KeyKind): KeyPolicy => toPolicy(rows.find((row) => row.kind === kind) ?? null, kind);
    return { company: of('company'), product: of('product'), personal: of('personal') };
  }

  /** Merges: what the patch does not name stays. @returns the policy before and after. */
  async change(
    principal: Principal,
    kind: KeyKind,
    patch: KeyPolicyPatch,
    tx: Tx,
  ): Promise<{ before: KeyPolicy; after: KeyPolicy }> {
    const before = await this.lock(principal, kind, tx);
    const after = { ...before, ...patch, stepUp: { ...before.stepUp, ...patch.stepUp } };
    await this.policies.of(principal, tx).update({ kind }, after);
    return { before, after };
  }

  /** Gives a new company its rows. */
  async insertDefaults(principal: Principal, tx: Tx): Promise<void> {
    for (const kind of keyKinds) {
      await this.policies.of(principal, tx).insert({ kind, ...defaultPolicy(kind) });
    }
  }
}

function toPolicy(row: KeyPolicyEntity | null, kind: KeyKind): KeyPolicy {
  // Without its row a kind could not be locked either; inserting it is part of making a company.
  if (row === null) throw new Error(`The company has no policy for ${kind} keys`);
  return {
    enabled: row.enabled,
    maxActive: row.maxActive,
    nameRequired: row.nameRequired,
    maxLifetimeDays: row.maxLifetimeDays,
    visibility: row.visibility,
    format: row.format,
    stepUp: row.stepUp,
  };
}
