import { Injectable } from '@nestjs/common';
import { forbidden } from '../../access';
import { type Tx } from '../../platform/database';
import {
  cautiousStepUp,
  type Factor,
  type KeyPolicy,
  policyActionOf,
  type ProvenAct,
  type SensitiveAction,
  strictestOf,
} from '../../settings';
import { idOfKeys, type SensitiveAct, severalKinds, StepUpService } from '../../step-up';
import { isMachine, type Principal } from '../../tenancy';
import { notFound } from '../../platform/http';
import { actingKeyRevoked, keyBroken } from '../api-keys.problems';
import { assertMay } from '../key-rights';
import { isReadable } from '../key-facts';
import { kindOf } from '../key-kind';
import { type FoundKeyRow, type KeyRow, KeyRows } from '../key-rows';
import { Prerequisites } from './prerequisites';

// Where a policy is missing altogether, the password is asked for, as where it cannot be read.
const unknownPolicy = { stepUp: cautiousStepUp, machines: 'refuse' } as const;

/** What comes before every act on keys: finding the key, the right to do it, what has to be set up, proving again who it is. */
@Injectable()
export class KeyCommandGuards {
  constructor(
    private readonly rows: KeyRows,
    private readonly prerequisites: Prerequisites,
    private readonly stepUp: StepUpService,
  ) {}

  /**
   * For an act that hands out a secret. It comes first in the unit: a request that was on its way when its own machine key was revoked would
   * otherwise leave a secret that is missing where it is told what that key has made.
   * @throws 401 `revoked` for a machine key that is revoked by now.
   */
  async holdActingKey(principal: Principal, tx: Tx): Promise<void> {
    const { key } = principal;
    if (key?.kind !== 'machine') return;
    if (!(await this.rows.holdLive(principal, key.id, tx))) throw actingKeyRevoked();
  }

  /** The key, for who may do this to it. @throws 404 for who may not even read it, 403 without the right, 409 `key-broken`. */
  async find(principal: Principal, action: SensitiveAction | 'update', id: string, tx: Tx): Promise<KeyRow> {
    return soundKey(await this.findAny(principal, action, id, tx));
  }

  /** The same for an act that could free a machine key of what holds it: none does this to itself. @throws 403 for that. */
  async findOther(principal: Principal, action: 'update' | 'rotate', id: string, tx: Tx): Promise<KeyRow> {
    const key = await this.find(principal, action, id, tx);
    if (principal.key?.id === key.id) throw forbidden({ cause: 'a machine key changes itself' });
    return key;
  }

  /** The same as `find` for an act that ends keys, which ends broken ones, too. */
  async findAny(
    principal: Principal,
    action: SensitiveAction | 'update',
    id: string,
    tx: Tx,
  ): Promise<FoundKeyRow> {
    // Two acts on one key go one after the other: a key that is revoked meanwhile must not get a new secret.
    await this.rows.lock(principal, id, tx);
    const key = await this.rows.readable(principal, id, tx);
    assertMay(principal, action, { kind: kindOf(key), ownerId: key.ownerId });
    return key;
  }

  /** The same for several keys. @returns what finds one of them as `findAny` does, without the database. */
  async findSeveral(
    principal: Principal,
    action: SensitiveAction | 'update',
    ids: readonly string[],
    tx: Tx,
  ): Promise<(id: string) => FoundKeyRow> {
    const keys = await this.rows.lockReadable(principal, ids, tx);
    return (id) => {
      const key = keys.get(id);
      if (key === undefined) throw notFound();
      assertMay(principal, action, { kind: kindOf(key), ownerId: key.ownerId });
      return key;
    };
  }

  /** @throws 409 `prerequisites-not-met` with all that is missing. */
  assertPrerequisites(
    principal: Principal,
    action: SensitiveAction,
    key: { readonly productCode: string | null },
    policy: Pick<KeyPolicy, 'stepUp'> | null,
    tx: Tx,
  ): Promise<void> {
    return this.prerequisites.assertMet(principal, action, key.productCode, policy ?? unknownPolicy, tx);
  }

  /**
   * Spends the step-up token when the policy asks for one. It comes last, so that a refused act leaves the token good. A
   * machine can prove nothing again: it acts without where the policy exempts machines.
   */
  async prove(
    principal: Principal,
    act: SensitiveAct,
    policy: Pick<KeyPolicy, 'stepUp' | 'machines'>,
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    if (isMachine(principal) && policy.machines === 'exempt') return;
    return this.stepUp.spend(principal, act, policy.stepUp[policyActionOf(act.action)], token, tx);
  }

  /** The same for a key that is there. */
  proveFor(
    principal: Principal,
    action: ProvenAct,
    key: FoundKeyRow,
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    const act = { action, kind: kindOf(key), keyId: key.id, product: null };
    return this.prove(principal, act, key.policy ?? unknownPolicy, token, tx);
  }

  /**
   * The same for a key that is revoked, and others with it, by one proof, which is of the strictest factor that a policy of theirs asks
   * for and bound to the first. A service account acts where each policy exempts machines.
   */
  async proveRevoking(
    principal: Principal,
    first: FoundKeyRow,
    keys: readonly FoundKeyRow[],
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    if (isMachine(principal)) {
      for (const key of keys) await this.proveFor(principal, 'revoke', key, null, tx);
      return;
    }
    const act = { action: 'revoke', kind: kindOf(first), keyId: first.id, product: null } as const;
    await this.stepUp.spend(principal, act, strictestFor('revoke', keys), token, tx);
  }

  /**
   * The same for several keys by one proof, which is of the strictest factor that a policy of theirs asks for.
   * @param ids of all keys that the proof is for, among them those that need none.
   */
  async proveForSeveral(
    principal: Principal,
    action: ProvenAct,
    { ids, keys }: { readonly ids: readonly string[]; readonly keys: readonly FoundKeyRow[] },
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    const act: SensitiveAct = { action, kind: severalKinds, keyId: idOfKeys(ids), product: null };
    return this.stepUp.spend(principal, act, strictestFor(action, keys), token, tx);
  }
}

/** @throws 409 `key-broken`. */
export function soundKey(key: FoundKeyRow): KeyRow {
  if (!isReadable(key)) throw keyBroken();
  return key;
}

function strictestFor(action: ProvenAct, keys: readonly FoundKeyRow[]): Factor | 'none' {
  return strictestOf(keys.map(({ policy }) => (policy ?? unknownPolicy).stepUp[policyActionOf(action)]));
}
