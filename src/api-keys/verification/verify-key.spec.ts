import fc from 'fast-check';
import { TestClock } from '../../../test/support/test-clock';
import { generateKey, hasLengthOfKey, parseKey } from '../../../libs/api-key';
import { abilityFor, type Permission } from '../../../libs/permissions';
import { type LimitOutcome, type Limits } from '../../limits';
import { type FirstUses } from '../imports/first-uses';
import { type RecentRefusals, type UsageBuffer } from '../../usage';
import { type KeyCache } from './key-cache';
import { type KeyLookup } from './key-lookup';
import { type KeyRecord } from './key-record';
import { type Question } from './steps';
import { denials } from './verdict';
import { type VerdictCounts } from './verdict-counts';
import { type Asked, firstDenial, VerifyKey } from './verify-key';

const clock = new TestClock();
const now = clock.now();
const agoMs = (ms: number): Date => new Date(now.getTime() - ms);

/** A valid personal key: the kind that can be refused for the most reasons. */
function aKeyRecord(differing: Partial<KeyRecord> = {}): KeyRecord {
  const permissions: Permission[] = ['sales-invoices:read'];
  const endless = { revokedAt: null, endsAt: null, expiresAt: null };
  return {
    ...{ id: 'key', secretId: 'secret', pepperVersion: 'v1', kind: 'personal', name: 'Zapier' },
    environment: 'live',
    ...{ foreign: false, hasMetadata: false },
    company: { id: 'company', name: 'Acme', slug: 'acme', suspended: false, timeZone: 'UTC' },
    product: null,
    owner: { id: 'owner', username: 'ani@acme.test', signInGranted: true },
    issuedAt: null,
    facts: {
      companySuspended: false,
      ...endless,
      disabledAt: null,
      kindEnabled: true,
      productEnabled: true,
      ownerActive: true,
    },
    allowedAddresses: ['192.0.2.0/24'],
    limited: {
      ...{ companyId: 'company', keyId: 'key' },
      rateLimits: [{ name: 'burst', limit: 10, windowSeconds: 60 }],
      quota: { limit: 1_000, refill: 'day' },
    },
    permissions,
    productPermissions: [],
    ability: abilityFor(permissions),
    verifiedAbility: abilityFor(permissions),
    ...differing,
  };
}

const aCompanyKey = aKeyRecord({ kind: 'company', owner: null });

/** A good key, sent as it should be, for what it may do. */
function aGoodQuestion(differing: Partial<Question> = {}): Question {
  const sent = { username: 'ani@acme.test', address: '192.0.2.7' };
  return {
    key: aKeyRecord(),
    now,
    ...sent,
    environments: ['live'],
    required: 'sales-invoices:read',
    ...differing,
  };
}

const withKey = (asked: Question, key: Partial<KeyRecord>): Question => ({
  ...asked,
  key: { ...asked.key, ...key },
});

const withFacts = (asked: Question, facts: Partial<KeyRecord['facts']>): Question =>
  withKey(asked, { facts: { ...asked.key.facts, ...facts } });

const notGranted = { id: 'owner', username: 'ani@acme.test', signInGranted: false };

/** All that a step can find wrong, in the order of the design. What is wrong first is what is said. */
const wrongs: readonly (readonly [code: string, wrong: (asked: Question) => Question])[] = [
  ['COMPANY_SUSPENDED', (asked) => withFacts(asked, { companySuspended: true })],
  ['REVOKED', (asked) => withFacts(asked, { revokedAt: agoMs(5_000) })],
  ['REVOKED', (asked) => withFacts(asked, { endsAt: now })],
  ['EXPIRED', (asked) => withFacts(asked, { expiresAt: now })],
  ['DISABLED', (asked) => withFacts(asked, { disabledAt: agoMs(5_000) })],
  ['DISABLED', (asked) => withFacts(asked, { kindEnabled: false })],
  ['PRODUCT_DISABLED', (asked) => withFacts(asked, { productEnabled: false })],
  ['OWNER_INACTIVE', (asked) => withFacts(asked, { ownerActive: false })],
  ['SIGN_IN_NOT_GRANTED', (asked) => withKey(asked, { owner: notGranted })],
  ['USERNAME_MISMATCH', (asked) => ({ ...asked, username: 'budi@acme.test' })],
  ['ADDRESS_NOT_ALLOWED', (asked) => ({ ...asked, address: '198.51.100.7' })],
  ['ENVIRONMENT_MISMATCH', (asked) => withKey(asked, { environment: 'test' })],
  [
    'INSUFFICIENT_PERMISSION',
    (asked) => ({ ...asked, required: { anyOf: ['keys:verify', 'sales-invoices:create'] } }),
  ],
];

/** None of them, or one and any of those after it: so that neighbours in the order meet often. */
const someWrongs = fc.nat(wrongs.length).chain((first) => {
  const indexes = wrongs.map((_, index) => index);
  return fc.subarray(indexes.slice(first + 1)).map((later) => [...indexes.slice(first, first + 1), ...later]);
});

const withWrongs = (indexes: readonly number[]): Question =>
  indexes.reduce((question, index) => wrongs[index]?.[1](question) ?? question, aGoodQuestion());

describe('the decision about a key', () => {
  it('knows every denial there is: unknown, one for each step, and the limits', () => {
    const all = ['NOT_FOUND', ...wrongs.map(([code]) => code), 'RATE_LIMITED', 'USAGE_EXCEEDED'];
    expect([...denials]).toEqual([...new Set(all)]);
  });

  it('does not ask for a username or a permission where none was given', () => {
    expect(firstDenial(aGoodQuestion({ username: null, required: null }))).toBeNull();
  });

  it('is content with one of several permissions, and never with none', () => {
    const asking = (...anyOf: Permission[]) => firstDenial(aGoodQuestion({ required: { anyOf } }));
    expect(asking('keys:verify', 'sales-invoices:read')).toBeNull();
    expect(asking()).toBe('INSUFFICIENT_PERMISSION');
    const powerless = withKey(aGoodQuestion(), { permissions: [], verifiedAbility: abilityFor([]) });
    expect(firstDenial(powerless)).toBe('INSUFFICIENT_PERMISSION');
  });
});

describe('the username that a key is sent with', () => {
  it.each(['ANI@ACME.TEST', 'ａｎｉ@acme.test', ' "ani@acme.test" '])(
    '%s is its owner’s: people have one spelling',
    (username) => {
      expect(firstDenial(aGoodQuestion({ username }))).toBeNull();
    },
  );

  it.each(['', 'acme', 'ani @acme.test', 'ani', 'budi@acme.test'])('%j is not its owner’s', (username) => {
    expect(firstDenial(aGoodQuestion({ username }))).toBe('USERNAME_MISMATCH');
  });

  it.each(['acme', ' acme\u200b', '"acme"'])(
    'is the slug of the company where it has no owner: %j',
    (username) => {
      expect(firstDenial(aGoodQuestion({ key: aCompanyKey, username }))).toBeNull();
    },
  );

  it.each(['ACME', 'ac me', '', 'Acme', 'globex', 'ani@acme.test'])('%j is not the slug acme', (username) => {
    expect(firstDenial(aGoodQuestion({ key: aCompanyKey, username }))).toBe('USERNAME_MISMATCH');
  });
});

describe('the address that a key is used from', () => {
  const from = (address: string | null, allowedAddresses: string[] | null) =>
    firstDenial(withKey(aGoodQuestion({ address }), { allowedAddresses }));

  it('does not matter to a key without addresses', () => {
    for (const address of [null, '198.51.100.7', 'nowhere'])
      for (const none of [null, []]) expect(from(address, none)).toBeNull();
  });

  it('must be known of a key with addresses', () => {
    expect(from(null, ['192.0.2.0/24'])).toBe('ADDRESS_NOT_ALLOWED');
    expect(from(null, ['0.0.0.0/0'])).toBe('ADDRESS_NOT_ALLOWED');
    expect(from('192.0.2.7', ['198.51.100.0/24', '192.0.2.0/24'])).toBeNull();
  });
});

const text = generateKey('prefixed', 'kunci');
const granted: LimitOutcome = { ok: true, rateLimits: [], quota: null };
const refused = (reason: 'RATE_LIMITED' | 'USAGE_EXCEEDED'): LimitOutcome => {
  return { ok: false, reason, retryAfterSeconds: 7, rateLimits: [], quota: null };
};
const asking = (differing: Partial<Asked> = {}): Asked => {
  const from = {
    address: '192.0.2.7',
    userAgent: null,
    route: null,
    path: 'request',
    requestId: 'r1',
  } as const;
  const asked = { ...from, username: null, required: null };
  return { ...asked, environments: ['live'], cost: 1, ...differing };
};

const nobody = { code: 'NOT_FOUND', key: null, limits: null, service: null };

/** An engine on a database that knows this key, or answers as given, with limits that answer as given. */
function anEngine(known: KeyRecord | null | Error, outcome: LimitOutcome | Error = granted, time = clock) {
  const answer = <T>(what: T | Error): Promise<T> =>
    what instanceof Error ? Promise.reject(what) : Promise.resolve(what);
  const bySecret = jest.fn<Promise<KeyRecord | null>, [string]>(() => answer(known));
  const byId = jest.fn<Promise<KeyRecord | null>, [string, string]>(() => answer(known));
  const consume = jest.fn<Promise<LimitOutcome>, Parameters<Limits['consume']>>(() => answer(outcome));
  const record = jest.fn<undefined, Parameters<UsageBuffer['record']>>();
  const remember = jest.fn<undefined, Parameters<RecentRefusals['note']>>();
  const note = jest.fn<undefined, Parameters<FirstUses['note']>>();
  const isKeyShaped = (what: string) => parseKey(what, 'kunci') !== null;
  const found = async (key: Promise<KeyRecord | null>) => ({
    value: { key: await key, service: null },
    ...{ labels: [], good: true, untilMs: 0, isCurrent: true },
  });
  const lookup = {
    hasLengthOfKey: (what: string) => hasLengthOfKey(what, 'kunci'),
    isKeyShaped,
    mayBeKey: isKeyShaped,
    bySecret: (what: string) => found(bySecret(what)),
    byId: (keyId: string, secretId: string) => found(byId(keyId, secretId)),
  };
  const fetch = (_name: string, _nowMs: number, look: () => unknown) => look();
  // Casts: the engine uses only these members.
  const keys = { peek: () => null, fetch, isCurrent: () => true } as unknown as KeyCache;
  const limits = { consume } as unknown as Limits;
  const usage = { record } as unknown as UsageBuffer;
  const firstUses = { note } as unknown as FirstUses;
  const refusals = { note: remember } as unknown as RecentRefusals;
  const counts = { note: () => undefined } as unknown as VerdictCounts;
  const looking = lookup as unknown as KeyLookup;
  const engine = new VerifyKey(keys, looking, limits, usage, refusals, firstUses, counts, time);
  return { engine, bySecret, byId, consume, record, remember, note };
}

describe('verifying a key', () => {
  const limitVerdicts = fc.constantFrom(granted, refused('RATE_LIMITED'), refused('USAGE_EXCEEDED'));

  it('says the first thing that is wrong, in the order of the design, the limits last of all', async () => {
    await fc.assert(
      fc.asyncProperty(someWrongs, limitVerdicts, async (indexes, outcome) => {
        const { key, username, address, required } = withWrongs(indexes);
        const { engine, consume } = anEngine(key, outcome);
        const code = wrongs[Math.min(...indexes)]?.[0] ?? (outcome.ok ? 'VALID' : outcome.reason);

        const limits = indexes.length === 0 ? outcome : null;
        const verdict = await engine.verify(text, asking({ username, address, required }));
        expect(verdict).toEqual({ code, key, limits });
        expect(consume).toHaveBeenCalledTimes(indexes.length === 0 ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('notes the first use of an imported key: once it is accepted, and not for a look', async () => {
    const imported = aKeyRecord({ foreign: true });
    const noted = async (asked: Partial<Asked>, outcome: LimitOutcome = granted, key = imported) => {
      const { engine, note } = anEngine(key, outcome);
      await engine.verify(text, asking(asked));
      return note.mock.calls;
    };

    expect(await noted({})).toEqual([[imported, text]]);
    expect(await noted({ cost: 0 })).toEqual([]);
    expect(await noted({ address: '203.0.113.1' })).toEqual([]);
    expect(await noted({}, refused('RATE_LIMITED'))).toEqual([]);
    expect(await noted({}, granted, aKeyRecord())).toEqual([]);
  });

  it.each([0, 1, 7])('counts what this use costs (%i) against all that limits the key', async (cost) => {
    const { engine, consume } = anEngine(aKeyRecord());
    await engine.verify(text, asking({ cost }));
    expect(consume.mock.calls).toEqual([[aKeyRecord().limited, cost]]);
  });

  it('asks no database about junk', async () => {
    const { engine, bySecret } = anEngine(new Error('The database was asked.'));
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', text.slice(1), `${text}x`, text.toUpperCase(), generateKey('prefixed', 'kanci')),
      fc.string({ minLength: 32, maxLength: 32 }),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (what) => {
        expect(await engine.verify(what, asking())).toEqual(nobody);
      }),
    );
    expect(bySecret).not.toHaveBeenCalled();
  });

  it('does not know a key that nobody has', async () => {
    const { engine, consume, record } = anEngine(null);
    expect(await engine.verify(text, asking())).toEqual(nobody);
    expect(consume).not.toHaveBeenCalled();
    expect(record).not.toHaveBeenCalled();
  });

  it('does not find a key that the caller may not see, valid or not, and spends nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(someWrongs, async (indexes) => {
        const { key, username, address, required } = withWrongs(indexes);
        const { engine, consume } = anEngine(key);
        const isVisibleTo = (): boolean => false;
        const verdict = await engine.verify(text, asking({ username, address, required, isVisibleTo }));
        expect(verdict).toEqual(nobody);
        expect(consume).not.toHaveBeenCalled();
      }),
    );
  });

  it('asks of that very key whether the caller may see it', async () => {
    const key = aKeyRecord();
    const isVisibleTo = jest.fn<boolean, [KeyRecord]>(() => true);
    expect(await anEngine(key).engine.verify(text, asking({ isVisibleTo }))).toMatchObject({ code: 'VALID' });
    expect(isVisibleTo.mock.calls).toEqual([[key]]);
  });

  it('looks the text up exactly as it was presented', async () => {
    const { engine, bySecret } = anEngine(aKeyRecord());
    await engine.verify(text, asking());
    expect(bySecret.mock.calls).toEqual([[text]]);
  });

  it('notes each use with its outcome, and does not count a look that spends nothing', async () => {
    const { engine, record } = anEngine(aKeyRecord());
    await engine.verify(text, asking({ userAgent: 'curl', route: 'GET /me' }));
    await engine.verify(text, asking({ username: 'budi@acme.test' }));
    await engine.verify(text, asking({ cost: 0 }));
    const use = { companyId: 'company', keyId: 'key', superseded: false, address: '192.0.2.7', at: now };
    expect(record.mock.calls).toEqual([
      [{ ...use, outcome: 'VALID', userAgent: 'curl', route: 'GET /me' }],
      [{ ...use, outcome: 'USERNAME_MISMATCH', userAgent: null, route: null }],
    ]);
  });

  it.each([
    ['keys', anEngine(new Error('connect ECONNREFUSED'))],
    ['limits', anEngine(aKeyRecord(), new Error('connect ECONNREFUSED'))],
  ])(
    'throws when the database does not answer about %s: neither valid nor unknown',
    async (_of, { engine }) => {
      await expect(engine.verify(text, asking())).rejects.toThrow('ECONNREFUSED');
      await expect(engine.verifyAgain('key', 'secret', asking())).rejects.toThrow('ECONNREFUSED');
    },
  );

  it('throws for a key with an invalid stored address range, whatever is requested', async () => {
    const { engine, consume } = anEngine(aKeyRecord({ allowedAddresses: ['anywhere'] }));
    await expect(engine.verify(text, asking())).rejects.toThrow();
    expect(consume).not.toHaveBeenCalled();
  });

  it('sees a key expire as time passes', async () => {
    const moving = new TestClock();
    const facts = { ...aKeyRecord().facts, expiresAt: new Date(now.getTime() + 1_000) };
    const { engine } = anEngine(aKeyRecord({ facts }), granted, moving);

    expect((await engine.verify(text, asking())).code).toBe('VALID');
    moving.advance(1_000);
    expect((await engine.verify(text, asking())).code).toBe('EXPIRED');
  });
});

describe('verifying the key of a session again', () => {
  it('says what it would say of the key itself', async () => {
    await fc.assert(
      fc.asyncProperty(someWrongs, async (indexes) => {
        const { key, username, address, required } = withWrongs(indexes);
        const asked = asking({ username, address, required });
        const { engine } = anEngine(key);
        const again = await engine.verifyAgain('key', 'secret', asked);
        expect(again).toEqual(await engine.verify(text, asked));
      }),
    );
  });

  it('looks for the very secret it was opened with', async () => {
    const { engine, byId } = anEngine(null);
    const verdict = await engine.verifyAgain('key', 'secret', asking());
    expect(verdict).toEqual(nobody);
    expect(byId.mock.calls).toEqual([['key', 'secret']]);
  });
});
