import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/database';
import { KeyPolicies, type KeyPolicy, strictestOf } from '../../settings';
import { type Principal } from '../../tenancy';
import { kindDisabled } from '../api-keys.problems';
import { ActiveKeyLimit } from '../commands/active-key-limit';
import { KeyCommandGuards } from '../commands/key-command-guards';
import { type KeyImport } from '../key-import.schema';

/** What comes before keys are imported. */
@Injectable()
export class ImportProof {
  constructor(
    private readonly policies: KeyPolicies,
    private readonly limit: ActiveKeyLimit,
    private readonly guards: KeyCommandGuards,
  ) {}

  /**
   * Locks the policy of the kind, and that of company keys, under which a company imports one thing after the other: of two that
   * bring the same key, the second finds it.
   * @throws 409 when the kind is switched off.
   */
  async lock(principal: Principal, { kind }: KeyImport, tx: Tx): Promise<KeyPolicy> {
    const ofCompany = await this.lockCompany(principal, tx);
    const policy = kind === 'company' ? ofCompany : await this.limit.lock(principal, kind, tx);
    if (!policy.enabled) throw kindDisabled();
    return policy;
  }

  /** The same for what concerns keys of each kind. */
  lockCompany(principal: Principal, tx: Tx): Promise<KeyPolicy> {
    return this.limit.lock(principal, 'company', tx);
  }

  /**
   * A thousand keys at once ask for the strictest step-up that the company knows.
   * @throws 409 `prerequisites-not-met`, 403 `step-up-required`.
   */
  async prove(
    principal: Principal,
    { kind, product }: Pick<KeyImport, 'kind' | 'product'>,
    policy: KeyPolicy,
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    const productCode = product ?? null;
    const all = Object.values(await this.policies.all(principal, tx));
    const strictest = strictestOf(all.flatMap(({ stepUp }) => Object.values(stepUp)));
    const asks = { stepUp: { ...policy.stepUp, generate: strictest }, machines: 'refuse' } as const;
    await this.guards.assertPrerequisites(principal, 'generate', { productCode }, asks, tx);
    await this.guards.prove(
      principal,
      { action: 'import', kind, keyId: null, product: productCode },
      asks,
      token,
      tx,
    );
  }
}
