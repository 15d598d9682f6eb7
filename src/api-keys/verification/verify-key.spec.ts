import fc from 'fast-check';
import { TestClock } from '../../../test/support/test-clock';
import { generateKey } from '../../../libs/api-key';
import { abilityFor, type Permission } from '../../../libs/permissions';
import { type Config } from '../../platform/config';
import { type KeyRecord } from './key-record';
import { type LoadKey } from './load-key';
import { type Question } from './steps';
import { decide, VerifyKey } from './verify-key';

const clock = new TestClock();
const now = clock.now();
const agoMs = (ms: number): Date => new Date(now.getTime() - ms);

function aKeyRecord(permissions: Permission[] = ['sales-invoices:read']): KeyRecord {
  return {
    id: 'key',
    kind: 'company',
    name: 'Zapier',
    company: { id: 'company', name: 'Acme', slug: 'acme', suspended: false },
    facts: { companySuspended: false, revokedAt: null, endsAt: null, expiresAt: null, kindEnabled: true },
    permissions,
    ability: abilityFor(permissions),
  };
}

/** A good key, sent as it should be, for what it may do. */
function aGoodQuestion(): Question {
  return { key: aKeyRecord(), now, username: 'acme', anyOf: ['sales-invoices:read'] };
}

const withFacts = (asked: Question, facts: Partial<KeyRecord['facts']>): Question => ({
  ...asked,
  key: { ...asked.key, facts: { ...asked.key.facts, ...facts } },
});

/** Everything that can be wrong, in the order of the design. What is wrong first is what is said. */
const wrongs: readonly (readonly [code: string, wrong: (asked: Question) => Question])[] = [
  ['COMPANY_SUSPENDED', (asked) => withFacts(asked, { companySuspended: true })],
  ['REVOKED', (asked) => withFacts(asked, { revokedAt: agoMs(5_000) })],
  ['REVOKED', (asked) => withFacts(asked, { endsAt: now })],
  ['EXPIRED', (asked) => withFacts(asked, { expiresAt: now })],
  ['DISABLED', (asked) => withFacts(asked, { kindEnabled: false })],
  ['USERNAME_MISMATCH', (asked) => ({ ...asked, username: 'globex' })],
  ['INSUFFICIENT_PERMISSION', (asked) => ({ ...asked, anyOf: ['keys:verify', 'sales-invoices:create'] })],
];

const someWrongs = fc.subarray(wrongs.map((_, index) => index));

describe('the decision about a key', () => {
  it('is the first thing that is wrong, in the order of the design, and VALID only when nothing is', () => {
    fc.assert(
      fc.property(someWrongs, (indexes) => {
        const asked = indexes.reduce(
          (question, index) => wrongs[index]?.[1](question) ?? question,
          aGoodQuestion(),
        );
        const first = wrongs[Math.min(...indexes)]?.[0] ?? 'VALID';
        expect(decide(asked)).toEqual({ code: first, key: asked.key });
      }),
      { numRuns: 500 },
    );
  });

  it.each(wrongs)('%s is said when nothing else is wrong (%#)', (code, wrong) => {
    expect(decide(wrong(aGoodQuestion())).code).toBe(code);
  });

  it('does not ask for a username or a permission where none was given', () => {
    expect(decide({ ...aGoodQuestion(), username: null, anyOf: null }).code).toBe('VALID');
  });

  it.each(['ACME', 'acme ', '', 'Acme', 'globex'])(
    'takes %j for no username of the company acme',
    (username) => {
      expect(decide({ ...aGoodQuestion(), username }).code).toBe('USERNAME_MISMATCH');
    },
  );

  it('is content with one of several permissions, and never with none', () => {
    const asking = (...anyOf: Permission[]) => decide({ ...aGoodQuestion(), anyOf }).code;
    expect(asking('keys:verify', 'sales-invoices:read')).toBe('VALID');
    expect(asking()).toBe('INSUFFICIENT_PERMISSION');
    expect(decide({ ...aGoodQuestion(), key: aKeyRecord([]) }).code).toBe('INSUFFICIENT_PERMISSION');
  });

  it('changes nothing of what it was asked about', () => {
    const asked = aGoodQuestion();
    const { key } = asked;
    const frozen = { ...asked, key: Object.freeze({ ...key, facts: Object.freeze(key.facts) }) };
    expect(decide(Object.freeze(frozen)).code).toBe('VALID');
  });
});

describe('verifying a key', () => {
  const text = generateKey('prefixed', 'kunci');

  /** An engine whose database answers like this. */
  function verifierOn(bySecret: LoadKey['bySecret']): VerifyKey {
    // Two casts: the engine asks the one for a key, and the other for the prefix.
    return new VerifyKey({ bySecret } as LoadKey, clock, { keyPrefix: 'kunci' } as Config);
  }
  const presented = (what: string) => ({ text: what, username: null, anyOf: null });

  it('asks no database about junk', async () => {
    const untouched = verifierOn(() => Promise.reject(new Error('The database was asked.')));
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', text.slice(1), `${text} `, text.toUpperCase(), generateKey('prefixed', 'kanci')),
      fc.string({ minLength: 32, maxLength: 32 }),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (what) => {
        expect(await untouched.verify(presented(what))).toEqual({ code: 'NOT_FOUND', key: null });
      }),
    );
  });

  it('does not know a key that nobody has', async () => {
    const verdict = await verifierOn(() => Promise.resolve(null)).verify(presented(text));
    expect(verdict).toEqual({ code: 'NOT_FOUND', key: null });
  });

  it('looks the text up exactly as it was presented', async () => {
    const lookUp = jest.fn<Promise<KeyRecord | null>, [string]>(() => Promise.resolve(aKeyRecord()));
    const verdict = await verifierOn(lookUp).verify(presented(text));
    expect(verdict).toMatchObject({ code: 'VALID', key: { id: 'key' } });
    expect(lookUp.mock.calls).toEqual([[text]]);
  });

  it('throws when the database does not answer: neither valid nor unknown', async () => {
    const away = verifierOn(() => Promise.reject(new Error('connect ECONNREFUSED')));
    await expect(away.verify(presented(text))).rejects.toThrow('ECONNREFUSED');
  });

  it('sees a key expire as time passes', async () => {
    const moving = new TestClock();
    const key = {
      ...aKeyRecord(),
      facts: { ...aKeyRecord().facts, expiresAt: new Date(now.getTime() + 1_000) },
    };
    // Two casts, as above.
    const load = { bySecret: () => Promise.resolve(key) } as unknown as LoadKey;
    const verifier = new VerifyKey(load, moving, { keyPrefix: 'kunci' } as Config);

    expect((await verifier.verify(presented(text))).code).toBe('VALID');
    moving.advance(1_000);
    expect((await verifier.verify(presented(text))).code).toBe('EXPIRED');
  });
});
