import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Clock, hourMs, minuteMs, secondMs } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { isUniqueViolation, rowIsThere, type Tx, UnitOfWork, unreadable } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { forbidden } from '../access.problems';
import { IdempotencyKeyEntity } from './idempotency-key.entity';
import { idempotencyAnswerLost, idempotencyKeyInUse, idempotencyKeyReused } from './idempotency.problems';
import { type IdempotentRequest } from './idempotent-request';
import { openSecrets, sealSecrets } from './sealed-secrets';
import { secretsIn, withoutSecrets, withSecrets } from './secret-members';

const keptMs = 24 * hourMs;
/** Long enough to try again when the network is back; short, because a secret is shown once. */
const sealedMs = 10 * minuteMs;
// Longer than any request may take: who holds a reservation for so long has crashed.
const abandonedMs = 60 * secondMs;

/** That a request is ours to carry out, or how it was answered before. */
export type Claim =
  | { readonly kind: 'ours'; readonly since: Date }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: object | null };

interface Answered {
  readonly status: number;
  /** As it is given, with its secrets. */
  readonly answer: unknown;
}

/** Requests with an `Idempotency-Key`, of everyone: also of operators, who belong to no company. */
@Injectable()
export class IdempotencyKeys {
  /** Reservations of refused requests that could not be given back, because the database was away. */
  private readonly unreleased = new LRUCache<string, Date>({ max: 1_000 });

  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Reserves the key: of any number of callers at once, one gets it.
   * @throws 409 when it was used for something else, is being worked on, or its stored answer can no longer be read;
   * 403 when the caller has lost a right since.
   */
  async claim(request: IdempotentRequest): Promise<Claim> {
    const { since, before } = await this.units.run((tx) => this.reserve(request, tx));
    if (before === null) return { kind: 'ours', since };
    if (!isSameRequest(before, request)) throw idempotencyKeyReused();
    if (before.status === null) throw idempotencyKeyInUse({ headers: { 'retry-after': '1' } });
    // An earlier answer may show something that the caller may no longer see.
    if (before.held.some((permission) => !request.held.includes(permission))) throw forbidden();
    if (before.answer === unreadable || !isHttpStatus(before.status)) throw idempotencyAnswerLost();
    const answer = before.answer && withSecrets(before.answer, this.secretsOf(before, request));
    return { kind: 'answered', status: before.status, answer };
  }

  /**
   * Notes the answer in the unit that does the act.
   * @throws 409 when the reservation was given up for abandoned meanwhile, so that the act is not done twice.
   */
  async settleIn(tx: Tx, request: IdempotentRequest, since: Date, answered: Answered): Promise<void> {
    const kept = this.kept(request, since, answered);
    const { affected } = await rowsIn(tx).update(unanswered(request, since), kept);
    if (affected !== 1) throw idempotencyKeyInUse({ headers: { 'retry-after': '1' } });
  }

  /** Notes the answer as it was given, which may tell more than the one that was noted with the act. */
  async settle(request: IdempotentRequest, since: Date, answered: Answered): Promise<void> {
    const kept = this.kept(request, since, answered);
    await this.units.run((tx) => rowsIn(tx).update(ours(request, since), kept));
  }

  /**
   * Gives the key back: nothing was done, and the client may try again. Where it turns out that the act was done after all,
   * its answer is there, and stays.
   */
  async release(request: IdempotentRequest, since: Date): Promise<void> {
    this.unreleased.set(nameOf(request), since);
    await this.units.run((tx) => rowsIn(tx).delete(unanswered(request, since)));
    this.unreleased.delete(nameOf(request));
  }

  private kept(request: IdempotentRequest, since: Date, { status, answer }: Answered) {
    const sealed = sealSecrets(secretsIn(answer), request, this.config.secrets.keks);
    const sealedUntil = sealed && new Date(since.getTime() + sealedMs);
    return { status, answer: withoutSecrets(answer), sealed, sealedUntil };
  }

  private secretsOf({ sealed, sealedUntil }: IdempotencyKeyEntity, request: IdempotentRequest) {
    // SQLite holds any value in any column, also what is no bytes and no time.
    const isKept = Buffer.isBuffer(sealed) && sealedUntil !== null && sealedUntil > this.clock.now();
    return isKept ? openSecrets(sealed, request, this.config.secrets.keks) : [];
  }

  private async reserve(
    request: IdempotentRequest,
    tx: Tx,
  ): Promise<{ since: Date; before: IdempotencyKeyEntity | null }> {
    const rows = rowsIn(tx);
    const since = this.clock.now();
    const one = whichOf(request);
    await rows.delete({ createdAt: LessThanOrEqual(new Date(since.getTime() - keptMs)) });
    const abandoned = new Date(since.getTime() - abandonedMs);
    await rows.delete({ ...one, status: IsNull(), createdAt: LessThanOrEqual(abandoned) });
    const released = this.unreleased.get(nameOf(request));
    if (released !== undefined) await rows.delete(unanswered(request, released));
    try {
      await rows.insert({ ...rowOf(request), createdAt: since });
      tx.provenBy(rowIsThere(IdempotencyKeyEntity, ours(request, since)));
      return { since, before: null };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return { since, before: await rows.findOneByOrFail(one) };
    }
  }
}

/** A row for a request that nobody has answered. The text of its key is not among the columns. */
function rowOf({ key: _key, ...request }: IdempotentRequest) {
  return { ...request, status: null, answer: null, sealed: null, sealedUntil: null };
}

function rowsIn(tx: Tx) {
  return managerOf(tx).getRepository(IdempotencyKeyEntity);
}

function isSameRequest(before: IdempotencyKeyEntity, request: IdempotentRequest): boolean {
  // SQLite holds any value in any column, also what is no bytes.
  return Buffer.isBuffer(before.requestHash) && before.requestHash.equals(request.requestHash);
}

function isHttpStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

function whichOf({ principalHash, keyHash, route }: IdempotentRequest) {
  return { principalHash, keyHash, route };
}

/** The reservation made then. */
function ours(request: IdempotentRequest, since: Date) {
  return { ...whichOf(request), createdAt: since };
}

/** The same, while nobody has answered. */
function unanswered(request: IdempotentRequest, since: Date) {
  return { ...ours(request, since), status: IsNull() };
}

function nameOf({ principalHash, keyHash, route }: IdempotentRequest): string {
  return [principalHash.toString('hex'), keyHash.toString('hex'), route].join(' ');
}
