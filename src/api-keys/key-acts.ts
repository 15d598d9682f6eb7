import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { type SensitiveAction } from '../settings';
import { StepUpService } from '../step-up';
import { type Principal } from '../tenancy';
import { refuseWithout } from './key-rights';
import { type KeyRow, KeyRows } from './key-rows';

/** What comes before every act on a key that is there: finding it, the right to do it, and proving again who it is. */
@Injectable()
export class KeyActs {
  constructor(
    private readonly rows: KeyRows,
    private readonly stepUp: StepUpService,
  ) {}

  /** The key, for who may do this to it. @throws 404 for who may not even read it, 403 without the right. */
  async find(principal: Principal, action: SensitiveAction | 'update', id: string, tx: Tx): Promise<KeyRow> {
    const key = await this.rows.readable(principal, id, tx);
    refuseWithout(principal, action, key.kind);
    return key;
  }

  /** Spends the step-up token when the policy asks for one. It comes last, so that a refused act leaves the token good. */
  prove(
    principal: Principal,
    action: SensitiveAction,
    key: KeyRow,
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    const act = { action, kind: key.kind, keyId: key.id, product: null };
    return this.stepUp.spend(principal, act, key.policy.stepUp[action], token, tx);
  }
}
