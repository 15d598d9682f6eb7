import { Injectable } from '@nestjs/common';
import { type KeyKind } from '../../../libs/permissions';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { KeyPolicies, type KeyPolicy } from '../../settings';
import { type Principal } from '../../tenancy';
import { keyLimitReached, kindDisabled } from '../api-keys.problems';
import { KeyRows, type Pool } from '../key-rows';

/** How many keys of a kind a company may have, and whether any. */
@Injectable()
export class ActiveKeyLimit {
  constructor(
    private readonly policies: KeyPolicies,
    private readonly rows: KeyRows,
    private readonly clock: Clock,
  ) {}

  /** Locks the policy of the kind until the unit ends: other transactions that count wait. */
  lock(principal: Principal, kind: KeyKind, tx: Tx): Promise<KeyPolicy> {
    return this.policies.lock(principal, kind, tx);
  }

  /** The policy of the kind, locked like this where it limits how many keys there may be; else kept from changing until the unit ends. */
  hold(principal: Principal, kind: KeyKind, tx: Tx): Promise<KeyPolicy> {
    return this.policies.hold(principal, kind, tx);
  }

  /** @throws 409 when the kind is switched off, or one more key would be too many. Call it under the lock. */
  async assertRoom(principal: Principal, pool: Pool, policy: KeyPolicy, tx: Tx): Promise<void> {
    if (!policy.enabled) throw kindDisabled();
    if (policy.maxActive === null) return;
    const { maxActive } = policy;
    if (await this.rows.hasRoom(principal, pool, maxActive, this.clock.now(), tx)) return;
    throw keyLimitReached({ members: { maxActive } });
  }
}
