import fc from 'fast-check';
import { type EventEntity } from './event.entity';
import { chainHash, chainStart } from './hash-chain';

type Said = Omit<EventEntity, 'hash'>;

const key = Buffer.alloc(32, 1);

const event: Said = {
  seq: 1,
  companyId: '019eca82-5680-7234-8b10-3d4861b0a7cb',
  at: new Date('2026-06-15T09:00:00.000Z'),
  type: 'key.revoked',
  actorKind: 'user',
  actorId: '019eca82-5680-7234-8b10-4e2a1790323b',
  actorName: 'owner@acme.test',
  targetType: 'key',
  targetId: '019eca82-5680-7234-8b10-53148f7982c7',
  data: '{"reason":null}',
};

/** Another value for each field; the compiler misses a field that is not here. */
const changes: Said = {
  seq: 2,
  companyId: null,
  at: new Date('2026-06-15T09:00:00.001Z'),
  type: 'key.deleted',
  actorKind: 'system',
  actorId: null,
  actorName: 'Owner@acme.test',
  targetType: 'user',
  targetId: '',
  data: '{"reason": null}',
};

function hashOf(said: Said, previous = chainStart, auditKey = key): string {
  return chainHash(auditKey, previous, said).toString('hex');
}

describe('the hash of an event', () => {
  it('never changes, or every log that was ever written would be called broken', () => {
    expect(hashOf(event)).toBe('02e052001d47bbc81e31d8e6e04e75323706de3038b7524dad0be424b3fb1628');
  });

  it.each(Object.entries(changes))('depends on %s', (field, value) => {
    expect(hashOf({ ...event, [field]: value })).not.toBe(hashOf(event));
  });

  it('depends on the event before and on the key', () => {
    const hashes = [
      hashOf(event),
      hashOf(event, Buffer.alloc(32, 9)),
      hashOf(event, chainStart, Buffer.alloc(32, 2)),
    ];

    expect(new Set(hashes).size).toBe(3);
  });

  it('tells where one text ends and the next begins', () => {
    const texts = fc.record({
      actorId: fc.string(),
      actorName: fc.string(),
      targetType: fc.string(),
      targetId: fc.string(),
    });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const alike = Object.values(one).every((text, at) => text === Object.values(other)[at]);
        expect(hashOf({ ...event, ...one }) === hashOf({ ...event, ...other })).toBe(alike);
      }),
    );
  });

  it('is not fooled by text that moves from one field into its neighbour', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(), (left, right, cut) => {
        const joined = left + right;
        const at = cut % (joined.length + 1);
        const [targetType, targetId] = [joined.slice(0, at), joined.slice(at)];
        const moved =
          hashOf({ ...event, targetType, targetId }) ===
          hashOf({ ...event, targetType: left, targetId: right });
        expect(moved).toBe(at === left.length);
      }),
    );
  });
});
