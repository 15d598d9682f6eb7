import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../platform/database';
import { type KeyPolicy } from '../settings';
import { StepUpService } from '../step-up';
import { type Principal } from '../tenancy';
import { type IssuedKey, type NewKey } from './api-keys.schema';
import { KeyAllowance } from './key-allowance';
import { refuseWithout } from './key-rights';
import { KeyWriter } from './key-writer';
import { ListKeysService } from './list-keys.service';

/** Makes keys. */
@Injectable()
export class GenerateKeyService {
  constructor(
    private readonly allowance: KeyAllowance,
    private readonly stepUp: StepUpService,
    private readonly writer: KeyWriter,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * Makes a key and its secret. The secret is in the answer and, unless the policy lets it be shown again, nowhere else.
   * @throws 403 without the right, 422 for what the policy forbids, 409 over its limit, 403 `step-up-required`.
   */
  async generate(principal: Principal, wish: NewKey, stepUpToken: string | null): Promise<IssuedKey> {
    refuseWithout(principal, 'generate', wish.kind);
    const { id, secret } = await this.units.run(async (tx) => {
      const policy = await this.allowance.lock(principal, wish.kind, tx);
      const key = this.writer.draft(principal, wish, policy);
      await this.allowance.refuseOneMore(principal, wish.kind, policy, tx);
      await this.spendStepUp(principal, wish, policy, stepUpToken, tx);
      return { id: key.id, secret: await this.writer.insert(principal, key, policy, tx) };
    });
    return { key: await this.list.get(principal, id), secret };
  }

  private spendStepUp(principal: Principal, wish: NewKey, policy: KeyPolicy, token: string | null, tx: Tx) {
    const act = { action: 'generate', kind: wish.kind, keyId: null, product: null } as const;
    return this.stepUp.spend(principal, act, policy.stepUp.generate, token, tx);
  }
}
