import { Injectable } from '@nestjs/common';
import { events } from '../../../libs/events';
import { type AppendedEvent } from '../../audit';
import { type PastAct } from '../../cluster';
import { type Tx } from '../../platform/database';
import { isMachine, type Principal } from '../../tenancy';
import { type KeyBulk } from '../key-bulk.schema';
import { type FoundKeyRow, type KeyRow } from '../key-rows';
import { endsOf } from './ends-of-key';
import { KeyCommandGuards, soundKey } from './key-command-guards';
import { isRevoked, KeyEnding } from './key-ending';
import { KeySwitch } from './key-switch';

/** What is to become of one of several keys. */
export interface BulkStep {
  readonly key: FoundKeyRow;
  /** Null where the key is already as it is to be. */
  readonly carryOut: (() => Promise<AppendedEvent | null>) | null;
  /** The acts that may have made it so before. */
  readonly doneBy: readonly PastAct[];
}

/** The acts on one key, in the steps that acting on several puts side by side. */
@Injectable()
export class BulkSteps {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly ending: KeyEnding,
    private readonly keys: KeySwitch,
  ) {}

  /** Looks at one key, and writes nothing. @throws what the act on this key alone is refused with, but for what a person proves. */
  async of(principal: Principal, { action, reason }: KeyBulk, key: FoundKeyRow, tx: Tx): Promise<BulkStep> {
    switch (action) {
      case 'revoke':
        return this.toRevoke(principal, key, reason ?? null, tx);
      case 'disable':
        return this.toDisable(principal, soundKey(key), tx);
      case 'enable':
        return this.toEnable(principal, soundKey(key), tx);
    }
  }

  private async toRevoke(
    principal: Principal,
    key: FoundKeyRow,
    reason: string | null,
    tx: Tx,
  ): Promise<BulkStep> {
    const doneBy = endsOf(key);
    if (isRevoked(key)) return { key, carryOut: null, doneBy };
    await this.guards.assertPrerequisites(principal, 'revoke', { productCode: null }, key.policy, tx);
    await this.assertMachineMay(principal, 'revoke', key, tx);
    return { key, carryOut: () => this.ending.revoke(principal, key, reason, tx), doneBy };
  }

  private toDisable(principal: Principal, key: KeyRow, tx: Tx): BulkStep {
    this.keys.assertCanBeDisabled(key);
    const carryOut = key.disabledAt === null ? () => this.keys.disable(principal, key, tx) : null;
    return { key, carryOut, doneBy: [{ kind: events.keyDisabled, targetId: key.id }] };
  }

  private async toEnable(principal: Principal, key: KeyRow, tx: Tx): Promise<BulkStep> {
    await this.keys.assertCanBeEnabled(principal, key, tx);
    if (key.disabledAt === null) return { key, carryOut: null, doneBy: [] };
    await this.assertMachineMay(principal, 'enable', key, tx);
    return { key, carryOut: () => this.keys.enable(principal, key, tx), doneBy: [] };
  }

  /** A machine proves nothing: the policy of each key lets it act, or not. */
  private async assertMachineMay(
    principal: Principal,
    action: 'revoke' | 'enable',
    key: FoundKeyRow,
    tx: Tx,
  ): Promise<void> {
    if (isMachine(principal)) await this.guards.proveFor(principal, action, key, null, tx);
  }
}
