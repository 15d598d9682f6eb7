import * as z from 'zod/mini';
import { defineEvent, EventCatalogue, eventOf, events, plainWords } from './index';

const orderClosed = defineEvent('order.closed', {
  label: 'Order closed',
  target: 'order',
  data: z.strictObject({ number: z.string() }),
});

describe('the events of a server', () => {
  it('are those of the core and those that modules define, in alphabetical order', () => {
    const types = Object.values(events).map(({ type }): string => type);

    expect(new EventCatalogue([{ name: 'orders', events: [orderClosed] }]).types).toEqual(
      [...types, 'order.closed'].sort(),
    );
  });

  it('are found by their type, and one that nobody declares is not', () => {
    expect(new EventCatalogue().find('key.revoked')).toBe(events.keyRevoked);
    expect(new EventCatalogue().find('order.closed')).toBeNull();
  });

  it('refuse one that no catalogue declares, and say where to add it', () => {
    expect(() => new EventCatalogue().assertDeclared('order.closed')).toThrow(
      'The event "order.closed" is appended, but no catalogue declares it: add it to the list `events` of the manifest',
    );
  });

  it.each([
    [
      { ...orderClosed, type: 'key.revoked' },
      'The event "key.revoked" of orders is defined by the core already',
    ],
    [{ ...orderClosed, type: 'OrderClosed' }, 'needs a type like "order.closed"'],
    [{ ...orderClosed, label: ' ' }, 'needs a label'],
    [{ ...orderClosed, receivers: [] }, 'needs somebody who may receive it'],
  ])('refuse what cannot be one: %#', (kind, words) => {
    expect(() => new EventCatalogue([{ name: 'orders', events: [kind] }])).toThrow(words);
  });
});

describe('an event', () => {
  it('goes to its company and evicts nothing, unless its definition says otherwise', () => {
    expect(orderClosed).toMatchObject({ receivers: ['company'], evicts: 'nothing' });
  });

  it('is appended with the facts that its definition wants', () => {
    expect(eventOf(orderClosed, 'id-7', { number: '7' })).toEqual({
      kind: orderClosed,
      targetId: 'id-7',
      data: { number: '7' },
    });
    // @ts-expect-error An order has a number.
    expect(eventOf(orderClosed, 'id-7', {}).kind).toBe(orderClosed);
    expect(eventOf(events.userPinSet, 'id-8').data).toBeUndefined();
  });

  it('that decides about keys evicts them', () => {
    const evictedBy = (what: string) =>
      Object.values(events)
        .filter(({ evicts }) => evicts === what)
        .map(({ type }): string => type);

    expect(evictedBy('key')).toEqual(expect.arrayContaining(['key.revoked', 'service-key.revoked']));
    expect(evictedBy('company')).toEqual(
      expect.arrayContaining(['company.suspended', 'member.removed', 'role.updated', 'settings.updated']),
    );
    expect(evictedBy('nothing')).toEqual(expect.arrayContaining(['session.opened', 'factor.locked']));
  });
});

describe('an event that nobody has translated', () => {
  it.each([
    ['sales-invoice.created', 'Sales invoice created'],
    ['order.line-item-added', 'Order line item added'],
  ])('is told in plain words: %s', (type, words) => {
    expect(plainWords(type)).toBe(words);
  });
});
