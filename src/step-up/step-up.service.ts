import { Injectable } from '@nestjs/common';
import { And, type FindOptionsWhere, IsNull, MoreThanOrEqual } from 'typeorm';
import { type KeyKind } from '../../libs/permissions';
import { Clock, Ids, minuteMs } from '../platform';
import { after, rowIsThere, type Tx, UnitOfWork } from '../platform/database';
import { type Problem } from '../platform/http';
import { type Factor, type ProvenAct } from '../settings';
import { asOperator, InjectScoped, isMachine, noUser, type Principal, ScopedRepository } from '../tenancy';
import { hashOfToken, newToken } from '../users';
import { FactorCheck } from './factor-check';
import { idOfKeys, severalKinds } from './several-keys';
import { prerequisitesNotMet, stepUpRequired } from './step-up.problems';
import { type StepUpGrant, type StepUpRequest } from './step-up.schema';
import { StepUpTokenEntity } from './step-up-token.entity';
import { type SetUpFactor } from './user-factor.entity';

const lifetimeMs = 2 * minuteMs;

/** What a token is valid for. */
export interface SensitiveAct {
  readonly action: ProvenAct;
  readonly kind: KeyKind | typeof severalKinds | 'service';
  /** Null when keys are to be generated or imported; of several keys, what `idOfKeys` makes of their ids. */
  readonly keyId: string | null;
  readonly product: string | null;
}

/** Authenticating again right before an act: a secret is exchanged for a token, and the act spends the token. */
@Injectable()
export class StepUpService {
  constructor(
    @InjectScoped(StepUpTokenEntity) private readonly tokens: ScopedRepository<StepUpTokenEntity>,
    private readonly check: FactorCheck,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws 403 `step-up-failed`, 429 `factor-locked`, 409 `prerequisites-not-met`. */
  async grant(principal: Principal, request: StepUpRequest): Promise<StepUpGrant> {
    const { session, user } = principal;
    if (session === null || user === null) throw noUser();
    // From before the check: a factor that is replaced in the meantime is newer than this token.
    const expiresAt = new Date(this.clock.now().getTime() + lifetimeMs);
    await this.check.assertFactor(principal, user.id, request.factor, request.secret);
    const { token, tokenHash } = newToken();
    const { factor, action } = request;
    const bound = { sessionId: session.id, factor, action, ...keysIn(request) };
    const id = this.ids.next();
    await this.units.run(
      (tx) => {
        tx.provenBy(rowIsThere(StepUpTokenEntity, { id }));
        return this.insert(principal, { id, tokenHash, ...bound, expiresAt, spentAt: null }, tx);
      },
      { ends: action === 'revoke' },
    );
    return { stepUpToken: token, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Spends the token inside the act it was made for: one conditional UPDATE, so that of two acts with one token one passes.
   * @param factor what the policy requires; with `none` no token is needed, and none is spent.
   * @throws 409 `prerequisites-not-met` for a factor that is not set up; 403 `step-up-required` for a token that is
   * missing, foreign, spent or stale.
   */
  async spend(
    principal: Principal,
    act: SensitiveAct,
    factor: Factor | 'none',
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    if (factor === 'none') return;
    const missing = await this.missingSetup(principal, factor, tx);
    if (missing.length > 0) throw prerequisitesNotMet({ members: { missing } });
    const now = this.clock.now();
    const refusal = refusalOf(act, factor);
    // A machine has no session, and so never a token.
    if (token === null || principal.session === null) throw refusal;
    const spent = await this.update(
      principal,
      {
        tokenHash: hashOfToken(token),
        sessionId: principal.session.id,
        factor,
        ...whereOf(act),
        spentAt: IsNull(),
        expiresAt: And(after(now), MoreThanOrEqual(await this.firstExpiry(principal, factor, tx))),
      },
      { spentAt: now },
      tx,
    );
    if (spent !== 1) throw refusal;
  }

  /**
   * The same for an operator who makes a service key: with a one-time code where they have set one up, else with the password.
   * @throws as `spend`.
   */
  async spendForService(principal: Principal, token: string | null, tx: Tx): Promise<void> {
    const { user } = principal;
    if (user === null) throw noUser();
    const factor = (await this.check.isSet(user.id, 'totp', tx)) ? 'totp' : 'password';
    const act = { action: 'generate', kind: 'service', keyId: null, product: null } as const;
    await this.spend(principal, act, factor, token, tx);
  }

  /** An operator acts for no company, and proves themselves for service keys, which belong to none. */
  private async insert(
    principal: Principal,
    row: Omit<StepUpTokenEntity, 'companyId'>,
    tx: Tx,
  ): Promise<void> {
    if (row.kind !== 'service') return this.tokens.of(principal, tx).insert(row);
    await asOperator(principal, tx).insert(StepUpTokenEntity, { ...row, companyId: null });
  }

  private async update(
    principal: Principal,
    where: FindOptionsWhere<StepUpTokenEntity>,
    change: Pick<StepUpTokenEntity, 'spentAt'>,
    tx: Tx,
  ): Promise<number> {
    if (where.kind !== 'service') return this.tokens.of(principal, tx).update(where, change);
    const { affected } = await asOperator(principal, tx).update(StepUpTokenEntity, where, change);
    return affected ?? 0;
  }

  /** The end of a token that was issued when the factor was set up. A token that ends earlier was issued for a replaced factor. */
  private async firstExpiry({ user }: Principal, factor: Factor, tx: Tx): Promise<Date> {
    const since = user && (await this.check.setSince(user.id, factor, tx));
    return new Date((since?.getTime() ?? 0) + lifetimeMs);
  }

  /**
   * What the person has to set up before they can do the step-up that the policy requires.
   * @param factor what the policy requires.
   * @returns in the words of `prerequisites-not-met`; empty when nothing is missing.
   */
  async missingSetup(principal: Principal, factor: Factor | 'none', tx?: Tx): Promise<SetUpFactor[]> {
    if (factor === 'none' || factor === 'password' || principal.user === null) return [];
    if (isMachine(principal)) return [];
    return (await this.check.isSet(principal.user.id, factor, tx)) ? [] : [factor];
  }
}

function whereOf({ action, kind, keyId, product }: SensitiveAct): FindOptionsWhere<StepUpTokenEntity> {
  return { action, kind, keyId: keyId ?? IsNull(), product: product ?? IsNull() };
}

function refusalOf({ action, kind }: SensitiveAct, factor: Factor): Problem {
  return stepUpRequired({ members: { factor, action, ...(kind === severalKinds ? {} : { kind }) } });
}

/** The keys that a proof is for. The schema lets no request pass without a kind or ids. */
function keysIn(request: StepUpRequest): Omit<SensitiveAct, 'action'> {
  const { kind, keyId = null, product = null, ids = [] } = request;
  return kind === undefined
    ? { kind: severalKinds, keyId: idOfKeys(ids), product: null }
    : { kind, keyId, product };
}
