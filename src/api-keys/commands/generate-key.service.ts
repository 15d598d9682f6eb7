import { Injectable } from '@nestjs/common';
import { KeptAnswers } from '../../access';
import { type Tx, UnitOfWork } from '../../platform/database';
import { type KeyPolicy } from '../../settings';
import { type Principal } from '../../tenancy';
import { type IssuedKey, type NewKey } from '../api-keys.schema';
import { KeyCommandGuards } from './key-command-guards';
import { ActiveKeyLimit } from './active-key-limit';
import { assertMayGenerate } from '../key-rights';
import { type KeyDraft, KeyWriter } from './key-writer';
import { MachineKeys } from './machine-keys';
import { PermissionCeiling } from './permission-ceiling';
import { KeyViews } from '../lists/key-views';

/** Makes keys. */
@Injectable()
export class GenerateKeyService {
  constructor(
    private readonly limit: ActiveKeyLimit,
    private readonly machines: MachineKeys,
    private readonly guards: KeyCommandGuards,
    private readonly ceiling: PermissionCeiling,
    private readonly writer: KeyWriter,
    private readonly views: KeyViews,
    private readonly units: UnitOfWork,
    private readonly answers: KeptAnswers,
  ) {}

  /**
   * Makes a key and its secret. The secret is in the answer and, unless the policy lets it be shown again, nowhere else.
   * @throws 403 without the right and for more than the principal holds, 422 for what the policy forbids, 409 over its limit or when something has to be set up
   * first, 403 `step-up-required`.
   */
  async generate(principal: Principal, input: NewKey, stepUpToken: string | null): Promise<IssuedKey> {
    assertMayGenerate(principal, input.kind, input.product ?? null);
    return this.units.run(async (tx) => {
      await this.guards.holdActingKey(principal, tx);
      const policy = await this.limit.hold(principal, input.kind, tx);
      const machine = await this.machines.read(principal, input, tx);
      const draft = this.writer.draft(principal, input, policy, machine);
      const asked = machine?.permissions ?? input.permissions ?? null;
      const { all, ...given } = await this.ceiling.ofNew(principal, draft, asked, tx);
      const key = { ...draft, ...given };
      await this.assertReady(principal, key, policy, tx);
      await this.guards.prove(
        principal,
        { action: 'generate', kind: key.kind, keyId: null, product: key.productCode },
        policy,
        stepUpToken,
        tx,
      );
      const { secret, row } = await this.writer.insert(principal, key, policy, tx);
      const answer = { key: await this.views.made(principal, row, all, tx), secret };
      this.answers.keep(principal, tx, () => answer);
      return answer;
    });
  }

  private async assertReady(principal: Principal, key: KeyDraft, policy: KeyPolicy, tx: Tx): Promise<void> {
    await this.guards.assertPrerequisites(principal, 'generate', key, policy, tx);
    await this.limit.assertRoom(principal, key, policy, tx);
  }
}
