import { Injectable } from '@nestjs/common';
import { allows } from '../../../libs/permissions';
import { forbidden } from '../../access';
import { AuditTrailService, type EventView } from '../../audit';
import { Clock } from '../../platform';
import { type Page, type PageRequest } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { KeyRows } from '../key-rows';

/** What the audit trail says of one key. */
@Injectable()
export class KeyHistoryService {
  constructor(
    private readonly rows: KeyRows,
    private readonly trail: AuditTrailService,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 for a key that the principal may not read, and 403 for one of others without `events:read`. */
  async of(principal: Principal, keyId: string, page: PageRequest): Promise<Page<EventView>> {
    const { id, ownerId } = await this.rows.readableShown(principal, keyId, this.clock.now());
    const isOwn = ownerId !== null && ownerId === principal.user?.id;
    if (!isOwn && !allows(principal.ability, 'events:read')) throw forbidden();
    return this.trail.list(principal, { ...page, target: id });
  }
}
