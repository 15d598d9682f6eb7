import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/database';
import { type KeyPolicy, type SensitiveAction } from '../../settings';
import { type SensitiveAct, StepUpService } from '../../step-up';
import { type Principal } from '../../tenancy';
import { refuseWithout } from '../key-rights';
import { type KeyRow, KeyRows } from '../key-rows';
import { Prerequisites } from './prerequisites';

/** What comes before every act on keys: finding the key, the right to do it, what has to be set up, proving again who it is. */
@Injectable()
export class KeyActs {
  constructor(
    private readonly rows: KeyRows,
    private readonly prerequisites: Prerequisites,
    private readonly stepUp: StepUpService,
  ) {}

  /** The key, for who may do this to it. @throws 404 for who may not even read it, 403 without the right. */
  async find(principal: Principal, action: SensitiveAction | 'update', id: string, tx: Tx): Promise<KeyRow> {
    // Two acts on one key go one after the other: a key that is revoked meanwhile must not get a new secret.
    await this.rows.lock(principal, id, tx);
    const key = await this.rows.readable(principal, id, tx);
    refuseWithout(principal, action, key);
    return key;
  }

  /** @throws 409 `prerequisites-not-met` with all that is missing. */
  refuseUnmet(
    principal: Principal,
    action: SensitiveAction,
    key: { readonly productCode: string | null },
    policy: KeyPolicy,
    tx: Tx,
  ): Promise<void> {
    return this.prerequisites.refuseUnmet(principal, action, key.productCode, policy, tx);
  }

  /** Spends the step-up token when the policy asks for one. It comes last, so that a refused act leaves the token good. */
  prove(
    principal: Principal,
    act: SensitiveAct,
    policy: KeyPolicy,
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    return this.stepUp.spend(principal, act, policy.stepUp[act.action], token, tx);
  }

  /** The same for a key that is there. */
  proveFor(
    principal: Principal,
    action: SensitiveAction,
    key: KeyRow,
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    const act = { action, kind: key.kind, keyId: key.id, product: null };
    return this.prove(principal, act, key.policy, token, tx);
  }
}
