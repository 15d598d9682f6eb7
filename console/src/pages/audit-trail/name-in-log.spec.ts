import { nameInLog, nameOnPage, shortened } from './name-in-log';
import type { TrailEvent } from './trail-event';

const keyId = '0192f0c1-2d3e-7f40-8a5b-6c7d8e9fa0b1';

function event(data: TrailEvent['data'], target: Partial<TrailEvent['target']> = {}): TrailEvent {
  return {
    position: 1,
    at: '2026-06-15T00:00:00.000Z',
    type: 'key.revoked',
    actor: { kind: 'user', id: 'ani', name: 'ani@acme.test' },
    target: { type: 'key', id: keyId, ...target },
    data,
  };
}

describe('the name of what an event is about', () => {
  it.each([
    [{ name: 'Till' }, 'Till'],
    [{ username: 'dewi@acme.test' }, 'dewi@acme.test'],
    [{ number: 'INV-1' }, 'INV-1'],
    [{ name: null }, null],
    [{ name: { from: 'Acme', to: 'Renamed' } }, null],
    [{}, null],
  ])('is in %j as %s', (data, name) => {
    expect(nameInLog(event(data))).toBe(name);
  });

  it('is the name of who did it where that is the same person', () => {
    expect(nameInLog(event({}, { type: 'user', id: 'ani' }))).toBe('ani@acme.test');
  });

  it('is found on the page by the id of who did it, or of what it was done to', () => {
    const page = [event({}), event({ name: 'Till' })];

    expect(nameOnPage(page, 'ani')).toBe('ani@acme.test');
    expect(nameOnPage(page, keyId)).toBe('Till');
    expect(nameOnPage(page, 'nobody')).toBeNull();
  });
});

it('what has no name keeps the end of its id, and a code stays whole', () => {
  expect(shortened(keyId)).toBe('…8e9fa0b1');
  expect(shortened('payment-link')).toBe('payment-link');
});
