import { events } from '../../../libs/events';
import { type PastAct } from '../../cluster';
import { type ApiKeyEntity } from '../api-key.entity';

/**
 * The acts that may have revoked a key: its own, and those that end many keys without a word about each, which are the release of
 * its owner and the end of its company.
 */
export function endsOf({
  id,
  ownerId,
  companyId,
}: Pick<ApiKeyEntity, 'id' | 'ownerId' | 'companyId'>): PastAct[] {
  const own = { kind: events.keyRevoked, targetId: id };
  const released = ownerId === null ? [] : [{ kind: events.userReleased, targetId: ownerId }];
  return [own, ...released, { kind: events.companyClosed, targetId: companyId }];
}
