import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { eventOf, events } from '../../libs/events';
import { fieldFault } from '../../libs/problems';
import { KeptAnswers } from '../access';
import { type ServiceKeyDraft, ServiceKeyEntity, ServiceKeyWriter } from '../api-keys';
import { type AppendedEvent } from '../audit';
import { Clock, isId, shownTime } from '../platform';
import { isForeignKeyViolation, Reader, type Tx, UnitOfWork, unreadable } from '../platform/database';
import {
  invalidCursor,
  invalidField,
  notFound,
  type Page,
  type PageRequest,
  startAfter,
  toPage,
} from '../platform/http';
import { asOperator, type Principal } from '../tenancy';
import { NewServiceKeys } from './new-service-keys';
import { OperatorLog } from './operator-log';
import {
  type IssuedServiceKey,
  type NewServiceKey,
  type RevokedServiceKey,
  type ServiceKeyView,
} from './platform-service-keys.schema';

/** The keys of the platform's own backends. */
@Injectable()
export class PlatformServiceKeysService {
  constructor(
    private readonly input: NewServiceKeys,
    private readonly writer: ServiceKeyWriter,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly answers: KeptAnswers,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(principal: Principal, request: PageRequest): Promise<Page<ServiceKeyView>> {
    const after = startAfter(request);
    if (after !== null && !isId(after)) throw invalidCursor();
    const rows = await asOperator(principal, this.reader).find(ServiceKeyEntity, {
      where: after === null ? {} : { id: LessThan(after) },
      order: { id: 'DESC' },
      take: request.limit + 1,
    });
    const now = this.clock.now();
    return toPage(
      rows,
      request.limit,
      ({ id }) => id,
      (row) => toView(row, now),
    );
  }

  /** The secret is in the answer and nowhere else. @throws 422 for a product that does not exist and as `NewServiceKeys.read`, 403 `step-up-required` in production. */
  async create(
    principal: Principal,
    input: NewServiceKey,
    stepUpToken: string | null,
  ): Promise<IssuedServiceKey> {
    const draft = this.input.read(input);
    try {
      return await this.units.run(async (tx) => {
        await this.input.prove(principal, stepUpToken, tx);
        return this.insert(principal, draft, tx);
      });
    } catch (error) {
      if (isForeignKeyViolation(error))
        throw invalidField('/product', fieldFault('unknown-reference', { resource: 'product' }));
      throw error;
    }
  }

  /** Revokes the key permanently, from the next request on. Repeating it changes nothing. @throws 404. */
  async revoke(principal: Principal, id: string): Promise<RevokedServiceKey> {
    const { row, event } = await this.units.run((tx) => this.end(principal, id, tx), { ends: true });
    return { serviceKey: toView(row, this.clock.now()), revocation: await this.log.receipt(event) };
  }

  private async insert(principal: Principal, draft: ServiceKeyDraft, tx: Tx): Promise<IssuedServiceKey> {
    const { row, secret } = await this.writer.insert(principal, draft, tx);
    this.log.append(tx, principal, null, eventOf(events.serviceKeyGenerated, row.id, { ...draft }));
    const answer = { serviceKey: toView(row, row.createdAt), secret };
    this.answers.keep(principal, tx, () => answer);
    return answer;
  }

  private async end(
    principal: Principal,
    id: string,
    tx: Tx,
  ): Promise<{ row: ServiceKeyEntity; event: AppendedEvent }> {
    const rows = asOperator(principal, tx).getRepository(ServiceKeyEntity);
    if (!isId(id)) throw notFound();
    // A time that cannot be read is none at which it was revoked, and has no event.
    const unreadable = Number.isNaN((await rows.findOneBy({ id }))?.revokedAt?.getTime() ?? 0);
    const unended = { id, ...(unreadable ? {} : { revokedAt: IsNull() }) };
    const { affected } = await rows.update(unended, { revokedAt: this.clock.now() });
    const row = await rows.findOneBy({ id });
    if (row === null) throw notFound();
    if (affected === 0) {
      const done = { companyId: null, kind: events.serviceKeyRevoked, targetId: id };
      return { row, event: await this.log.earlier(principal, done, tx) };
    }
    const data = { name: row.name, product: row.productCode };
    return {
      row,
      event: this.log.append(tx, principal, null, eventOf(events.serviceKeyRevoked, id, data)),
    };
  }
}

function toView(row: ServiceKeyEntity, now: Date): ServiceKeyView {
  const { permissions, allowedAddresses, audiences, expiresAt, revokedAt } = row;
  return {
    id: row.id,
    name: row.name,
    product: row.productCode,
    // What cannot be read opens nothing: the status says so.
    permissions: permissions === unreadable ? [] : [...(permissions ?? ['keys:verify' as const])],
    allowedAddresses: allowedAddresses === unreadable ? [] : [...(allowedAddresses ?? [])],
    gateway: audiences === null || audiences === unreadable ? null : { audiences },
    status: statusOf(row, now),
    start: row.start,
    last4: row.last4,
    createdAt: shownTime(row.createdAt, row.id),
    expiresAt: expiresAt === null ? null : shownTime(expiresAt, row.id),
    revokedAt: revokedAt === null ? null : shownTime(revokedAt, row.id),
  };
}

function statusOf(row: ServiceKeyEntity, now: Date): ServiceKeyView['status'] {
  const { permissions, allowedAddresses, audiences, expiresAt, revokedAt } = row;
  if (revokedAt !== null) return 'revoked';
  const isBroken =
    [permissions, allowedAddresses, audiences].includes(unreadable) || Number.isNaN(expiresAt?.getTime());
  if (isBroken) return 'broken';
  return expiresAt === null || expiresAt > now ? 'active' : 'expired';
}
