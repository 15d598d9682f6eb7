import { defineEvent, EventCatalogue } from '../../../libs/events';
import * as z from 'zod/mini';
import { evictedBy } from './evicted-by';

const orderClosed = defineEvent('order.closed', {
  label: 'Order closed',
  target: 'order',
  data: z.unknown(),
});
const catalogue = new EventCatalogue([{ name: 'orders', events: [orderClosed] }]);

const by = (type: string, companyId: string | null = 'acme') =>
  evictedBy({ type, companyId, targetId: 'target' }, catalogue);

describe('what an event evicts from the cache of keys', () => {
  it.each(['key.revoked', 'key.rotated', 'service-key.revoked'])('is one key: %s', (type) => {
    expect(by(type)).toEqual({ what: 'one', id: 'target' });
  });

  it.each(['company.suspended', 'member.removed', 'role.updated', 'product.disabled', 'settings.updated'])(
    'is every key of the company: %s',
    (type) => {
      expect(by(type)).toEqual({ what: 'one', id: 'acme' });
    },
  );

  it.each(['session.opened', 'factor.locked', 'user.password-changed', 'key.expiring', 'order.closed'])(
    'is nothing: %s',
    (type) => {
      expect(by(type)).toEqual({ what: 'nothing' });
      expect(by(type, null)).toEqual({ what: 'nothing' });
    },
  );

  it('is whatever it may be about, when a newer version wrote it', () => {
    expect(by('key.melted')).toEqual({ what: 'one', id: 'acme' });
    expect(by('platform.melted', null)).toEqual({ what: 'everything' });
  });
});
