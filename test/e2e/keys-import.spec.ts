import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { FirstUses } from '../../src/api-keys/imports/first-uses';
import { generateKey } from '../../libs/api-key';
import { dayMs, minuteMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import {
  aCompany,
  aKey,
  anOperator,
  type Answer,
  type Client,
  password,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
} from '../support';
import { onKeys, someoneWith } from '../support/someone-with';
import { statementsOf } from '../support/statements';
import { dumpTables, type Row } from '../support/tables';

const shape = { prefix: 'sk_live_', length: 40, alphabet: 'base62' };
const hmacKey = randomBytes(20);

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp({ env: { KUNCI_IMPORT_SECRETS: `old:${hmacKey.toString('base64')}` } });
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const anOldKey = (): string => shape.prefix + randomBytes(16).toString('hex');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hashes = {
  plain: (text: string) => ({ hash: text }),
  'sha256-hex': (text: string) => ({ hash: sha256(text) }),
  'sha256-base64': (text: string) => ({ hash: createHash('sha256').update(text).digest('base64') }),
  'sha512-hex': (text: string) => ({ hash: createHash('sha512').update(text).digest('hex').toUpperCase() }),
  'hmac-sha256-hex': (text: string) => ({
    hash: createHmac('sha256', hmacKey).update(text).digest('hex'),
    secretName: 'old',
  }),
};
type Algorithm = keyof typeof hashes;
// A cast: Object.keys knows no literal types.
const algorithms = Object.keys(hashes) as Algorithm[];

const aRow = (text: string, more: object = {}, algorithm: Algorithm = 'sha256-hex') => ({
  algorithm,
  ...hashes[algorithm](text),
  name: 'Old',
  ...more,
});
const importing = (keys: unknown[], more: object = {}, client: Client = company.owner): Promise<Answer> =>
  client.post('/keys/import', { kind: 'company', shape, keys, ...more });
/** @returns the id of the key. */
const imported = async (text: string, more: object = {}, algorithm?: Algorithm): Promise<string> =>
  (await importing([aRow(text, more, algorithm)])).body.results[0].key.id;
const codes = ({ body }: Answer): string[] =>
  body.results.map((result: { problem?: { code: string } }) => result.problem?.code ?? 'made');
const use = async (text: string): Promise<number> =>
  (await test.anyone.withKey(text).get('/core/api/v1/me')).status;
const verdictOf = async (text: string, more: object = {}): Promise<string> =>
  (await company.owner.post('/keys/verify', { key: text, ...more })).body.code;
const rehashed = (): Promise<void> => test.app.get(FirstUses).flush();

/** Counts the units that descend from a flush, and lets the first one fail. What the background does meanwhile is not among them. */
function unitsOfFlushes() {
  const flushing = new AsyncLocalStorage<true>();
  const units = test.app.get(UnitOfWork);
  const run = units.run.bind(units);
  let count = 0;
  const spy = jest.spyOn(units, 'run').mockImplementation((work, purpose) => {
    if (flushing.getStore() !== true) return run(work, purpose);
    count += 1;
    return count === 1 ? Promise.reject(new Error('away')) : run(work, purpose);
  });
  return {
    flush: () => flushing.run(true, rehashed),
    count: () => count,
    restore: () => spy.mockRestore(),
  };
}
const secretsOf = async (id: string): Promise<readonly Row[]> =>
  ((await dumpTables(test))['key_secrets'] ?? []).filter((row) => row['key_id'] === id);
const shown = async (id: string) => (await company.owner.get(`/keys/${id}`)).body;

describe('GET /keys/imports', () => {
  it('200 counts the keys that were used and those that wait, and shows their shapes, of this company only', async () => {
    const other = await aCompany(test);
    const [used, waiting, plain, revoked] = [anOldKey(), anOldKey(), anOldKey(), anOldKey()];
    for (const text of [used, waiting]) await imported(text);
    await imported(plain, {}, 'plain');
    await company.owner.post(`/keys/${await imported(revoked)}/revoke`);
    const progress = async (client = company.owner) => (await client.get('/keys/imports')).body as unknown;
    const shapes = (seen: number, unseen: number) => [{ id: expect.any(String), ...shape, seen, unseen }];
    const counted = (seen: number, unseen: number) => ({ seen, unseen, withoutShape: 0 });
    expect(await progress()).toEqual({ ...counted(1, 2), shapes: shapes(1, 2) });

    expect(await use(used)).toBe(200);
    await rehashed();
    expect(await progress()).toEqual({ ...counted(2, 1), shapes: shapes(2, 1) });
    expect(await progress(other.owner)).toEqual({ ...counted(0, 0), shapes: [] });
  });

  it('403 refuses somebody without the right to import', async () => {
    const { client } = await company.member('member');
    expect(await client.get('/keys/imports')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

describe('moving from another system', () => {
  it('brings a thousand keys, which work as they are, are hashed again when they are used, and come once only', async () => {
    const texts = Array.from({ length: 1_000 }, anOldKey);
    const rows = texts.map((text, at) => aRow(text, { name: `Customer ${at}` }));

    const first = await importing(rows);
    const again = await importing(rows);

    expect(first.body).toMatchObject({ revocation: { effectiveEverywhere: true } });
    expect(new Set(codes(first))).toEqual(new Set(['made']));
    expect(new Set(codes(again))).toEqual(new Set(['key-already-imported']));
    const used = texts.slice(0, 20);
    for (const text of used) expect(await use(text)).toBe(200);
    await rehashed();
    const secrets = ((await dumpTables(test))['key_secrets'] ?? []).filter(
      (row) => row['company_id'] === company.id,
    );
    expect(secrets.filter((row) => row['foreign_algorithm'] === null)).toHaveLength(20);
    for (const text of used) expect(await use(text)).toBe(200);
    expect(new Set(codes(await importing(rows)))).toEqual(new Set(['key-already-imported']));
    expect(secrets).toHaveLength(1_000);
  });

  it('brings keys with long descriptions, by which they are found', async () => {
    const description = Array.from({ length: 60 }, (_, at) => 10 + at).join(' ');
    const answer = await importing(Array.from({ length: 200 }, () => aRow(anOldKey(), { description })));

    expect(answer.status).toBe(200);
    expect(new Set(codes(answer))).toEqual(new Set(['made']));
    expect((await company.owner.get('/keys?q=69')).body.data).not.toEqual([]);
  });

  it('costs one statement for a cold verification, none for a warm one, and none for text of no known shape', async () => {
    const text = anOldKey();
    await imported(text);
    const costs = async (what: string): Promise<number> => (await statementsOf(test, () => use(what))).length;

    // The shapes are read again after an import, once for all texts.
    await use(anOldKey());
    expect([await costs(text), await costs(text)]).toEqual([1, 0]);
    await rehashed();
    expect([await costs(text), await costs(text)]).toEqual([1, 0]);
    expect([await costs(`${text}x`), await costs(`sk_test_${text.slice(8)}`)]).toEqual([0, 0]);
  });

  it('replaces the hash of the other system in the row, and shows the face of the key from then on', async () => {
    const text = anOldKey();
    const id = await imported(text);
    const before = (await secretsOf(id))[0];
    expect(await shown(id)).toMatchObject({
      start: 'sk_live_',
      last4: '',
      recoverable: false,
      status: 'active',
    });

    await use(text);
    await rehashed();

    const after = (await secretsOf(id))[0];
    expect(after?.['digest']).not.toEqual(before?.['digest']);
    expect(after).toMatchObject({ foreign_algorithm: null, seen_by: null });
    const face = { start: text.slice(0, 12), last4: text.slice(-4), seenBy: null, recoverable: false };
    expect(await shown(id)).toMatchObject(face);
  });

  it('hashes again once, however many uses come first at once, and not for a look or a refused use', async () => {
    const text = anOldKey();
    const id = await imported(text);
    const isForeign = async () => (await secretsOf(id))[0]?.['foreign_algorithm'] === 'sha256-hex';

    expect(await verdictOf(text, { cost: 0 })).toBe('VALID');
    expect(await verdictOf(text, { permission: 'users:create' })).toBe('INSUFFICIENT_PERMISSION');
    await rehashed();
    expect(await isForeign()).toBe(true);

    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => use(text))))).toEqual(new Set([200]));
    await Promise.all([rehashed(), rehashed()]);
    expect(await isForeign()).toBe(false);
    expect(await secretsOf(id)).toHaveLength(1);
  });

  it('takes every algorithm, and a text of the shape is a key if and only if it is the imported one', async () => {
    const hex = fc.stringMatching(/^[0-9A-Za-z]{32}$/);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...algorithms), hex, hex, async (algorithm, one, other) => {
        fc.pre(one !== other);
        expect(codes(await importing([aRow(shape.prefix + one, {}, algorithm)]))).toEqual(['made']);

        expect(await verdictOf(shape.prefix + other)).toBe('NOT_FOUND');
        expect(await verdictOf(shape.prefix + one)).toBe('VALID');
        await rehashed();
        expect(await verdictOf(shape.prefix + one)).toBe('VALID');
      }),
      { numRuns: 25 },
    );
  });

  it('401 refuses a hash instead of its key', async () => {
    const text = anOldKey();
    const ofHashes = { prefix: '', length: 64, alphabet: 'hex' };
    await importing([aRow(sha256('else'), {})], { shape: ofHashes });
    await imported(text);

    expect([await use(sha256(text)), await use(text)]).toEqual([401, 200]);
  });

  it('accepts a text at once that was refused before it was imported', async () => {
    const text = anOldKey();
    await imported(anOldKey());
    expect(await use(text)).toBe(401);

    await imported(text);

    expect(await use(text)).toBe(200);
  });

  it('accepts keys that came with a wrong shape once they are sent again with the right one', async () => {
    const text = `tk_${randomBytes(16).toString('hex')}`;
    await importing([aRow(text)], { shape: { prefix: 'tk_', length: 34, alphabet: 'hex' } });
    expect(await use(text)).toBe(401);

    const again = await importing([aRow(text)], {
      shape: { prefix: 'tk_', length: 35, alphabet: 'hex' },
    });

    expect(codes(again)).toEqual(['key-already-imported']);
    expect(again.body.revocation.effectiveEverywhere).toBe(true);
    expect(await use(text)).toBe(200);
  });

  it('ends a key that nobody uses in time, and keeps one that was used', async () => {
    const [idle, busy] = [anOldKey(), anOldKey()];
    const keys = [aRow(idle), aRow(busy)];
    const { body } = await importing(keys, { seenWithinDays: 30 });
    const [idleId, busyId] = body.results.map((result: { key: { id: string } }) => result.key.id);
    const end = new Date(test.clock.now().getTime() + 30 * dayMs).toISOString();
    expect(await shown(idleId)).toMatchObject({ seenBy: end, expiresAt: end });
    await use(busy);
    await rehashed();

    test.clock.advance(30 * dayMs);
    const owner = await test.anyone.signIn(`owner@${company.slug}.test`, password);

    expect([await use(idle), await use(busy)]).toEqual([401, 200]);
    await rehashed();
    expect((await owner.get(`/keys/${idleId}`)).body).toMatchObject({ status: 'expired', seenBy: end });
    expect((await owner.get('/keys?status=expired')).body.data.map(({ id }: { id: string }) => id)).toEqual([
      idleId,
    ]);
    expect((await owner.get(`/keys/${busyId}`)).body).toMatchObject({ status: 'active', expiresAt: null });
  });

  it('gives each key what its row says, and writes an event', async () => {
    const more = {
      ...{ name: 'Toko', description: 'From the old system', metadata: { plan: 'gold' } },
      ...{ expiresAt: '2031-01-01T00:00:00.000Z', permissions: ['keys:verify'] },
      ...{ allowedAddresses: ['10.0.0.0/8'], quota: { limit: 5, refill: 'day' } },
      rateLimits: [{ name: 'burst', limit: 3, windowSeconds: 60 }],
    };
    const id = await imported(anOldKey(), { ...more, expiresAt: '2026-12-01T00:00:00Z' });

    expect(await shown(id)).toMatchObject({
      ...{ ...more, expiresAt: '2026-12-01T00:00:00.000Z' },
      quota: { limit: 5, refill: 'day', remaining: 5 },
    });
    const { body } = await company.owner.get('/events?type=key.imported');
    expect(body.data[0]).toMatchObject({
      target: { id },
      data: { kind: 'company', name: 'Toko', algorithm: 'sha256-hex', permissions: ['keys:verify'] },
    });
  });

  it('lets the key be found, disabled, rotated and revoked like any other', async () => {
    const text = anOldKey();
    const id = await imported(text);
    const { owner } = company;
    const found = await owner.post('/keys/lookup', { key: ` "${text}" ` });
    expect(found.body).toMatchObject({ key: { id }, matched: 'current' });

    await owner.post(`/keys/${id}/disable`);
    expect(await use(text)).toBe(401);
    await owner.post(`/keys/${id}/enable`);
    expect(await use(text)).toBe(200);
    const { secret, key } = (await owner.post(`/keys/${id}/rotate`, { overlapSeconds: 60 })).body;
    expect(key).toMatchObject({ seenBy: null, expiresAt: null });
    expect([await use(text), await use(secret)]).toEqual([200, 200]);
    test.clock.advance(minuteMs);
    expect([await use(text), await use(secret)]).toEqual([401, 200]);
    await owner.post(`/keys/${id}/revoke`);
    expect(await use(secret)).toBe(401);
    expect(codes(await importing([aRow(text)]))).toEqual(['key-already-imported']);
  });
});

describe('a first use', () => {
  /** As at an accepted use. */
  const noted = async (id: string, text: string, of = company): Promise<void> => {
    const secretId = String((await secretsOf(id))[0]?.['id']);
    test.app.get(FirstUses).note({ id, secretId, company: of }, text);
  };
  const isForeign = async (id: string) => (await secretsOf(id))[0]?.['foreign_algorithm'] !== null;

  it('of a key whose digest another company has is not written, and those beside it are', async () => {
    const [theirs, mine] = [anOldKey(), anOldKey()];
    const stranger = await aCompany(test);
    const answer = await importing([aRow(theirs)], {}, stranger.owner);
    const strangersId: string = answer.body.results[0].key.id;
    await imported(theirs, {}, 'plain');
    const id = await imported(mine);
    await noted(strangersId, theirs, stranger);
    await noted(id, mine);

    await rehashed();

    expect([await isForeign(strangersId), await isForeign(id)]).toEqual([true, false]);
  });

  it('is written with a hundred others at most, and again where the database was away', async () => {
    const texts = Array.from({ length: 150 }, anOldKey);
    const { body } = await importing(texts.map((text) => aRow(text)));
    const ids: string[] = body.results.map((result: { key: { id: string } }) => result.key.id);
    const rows = ((await dumpTables(test))['key_secrets'] ?? []).filter(
      (row) => row['company_id'] === company.id,
    );
    const secretIds = new Map(rows.map((row) => [row['key_id'], String(row['id'])]));
    for (const [at, id] of ids.entries())
      test.app.get(FirstUses).note({ id, secretId: secretIds.get(id) ?? '', company }, texts[at] ?? '');
    const units = unitsOfFlushes();

    await expect(units.flush()).rejects.toThrow('away');
    await units.flush();

    expect(units.count()).toBe(3);
    units.restore();
    const secrets = (await dumpTables(test))['key_secrets'] ?? [];
    expect(
      secrets.filter((row) => row['company_id'] === company.id && row['foreign_algorithm'] === null),
    ).toHaveLength(150);
  });
});

describe('a row that cannot be imported', () => {
  const text = (): string => anOldKey();
  const field = (code: string, pointer: string) => ({
    code: 'validation-failed',
    errors: [expect.objectContaining({ code, pointer })],
  });

  it.each<[string, () => unknown, object]>([
    ['without a hash', () => ({ algorithm: 'sha256-hex' }), field('required', '/hash')],
    [
      'of another algorithm',
      () => ({ ...aRow(text()), algorithm: 'md5' }),
      field('not-one-of', '/algorithm'),
    ],
    ['with half a hash', () => ({ ...aRow(text()), hash: 'abc' }), field('invalid-format', '/hash')],
    [
      'with invalid base64',
      () => ({ ...aRow(text()), algorithm: 'sha256-base64' }),
      field('invalid-format', '/hash'),
    ],
    ['with an unknown field', () => aRow(text(), { kind: 'company' }), field('unknown-field', '/kind')],
    [
      'without the name that the policy wants',
      () => aRow(text(), { name: null }),
      field('required', '/name'),
    ],
    [
      'with an end in the past',
      () => aRow(text(), { expiresAt: '2020-01-01' }),
      field('in-the-past', '/expiresAt'),
    ],
    [
      'with a permission that no key can hold',
      () => aRow(text(), { permissions: ['users:create'] }),
      field('not-grantable', '/permissions/0'),
    ],
    ['with a nested fact', () => aRow(text(), { metadata: { a: {} } }), { code: 'validation-failed' }],
    [
      'hashed with an HMAC key that there is not',
      () => aRow(text(), { secretName: 'other' }, 'hmac-sha256-hex'),
      field('unknown-reference', '/secretName'),
    ],
    [
      'with an HMAC key for no HMAC',
      () => aRow(text(), { secretName: 'old' }),
      field('not-allowed', '/secretName'),
    ],
    ['of another shape', () => aRow('sk_live_short', {}, 'plain'), field('invalid-format', '/hash')],
  ])('%s says why, and the others are imported', async (_what, row, problem) => {
    const good = anOldKey();
    const answer = await importing([row(), aRow(good)]);

    expect(answer.body.results[0]).toEqual({ index: 0, problem: expect.objectContaining(problem) });
    expect(codes(answer)).toEqual([expect.anything(), 'made']);
    expect(await use(good)).toBe(200);
    const rows = Object.entries(await dumpTables(test)).map(
      ([table, all]) => [table, all.filter((one) => one['company_id'] === company.id).length] as const,
    );
    expect(Object.fromEntries(rows)).toMatchObject({ api_keys: 1, key_secrets: 1 });
  });

  it('names the first ten of a thousand faults', async () => {
    const permissions = Array(1_000).fill('');
    const { body } = await importing([aRow(text(), { permissions }), aRow(text())]);

    expect(body.results[0].problem.errors).toHaveLength(10);
    expect(body.results[1].key).toBeDefined();
  });

  it('is one that comes twice, by whatever hash', async () => {
    const twice = anOldKey();
    const answer = await importing([
      aRow(twice, {}, 'sha512-hex'),
      aRow(twice, {}, 'plain'),
      aRow(twice, {}, 'sha512-hex'),
    ]);

    expect(codes(answer)).toEqual(['made', 'key-already-imported', 'key-already-imported']);
    expect(answer.body.results[1].problem.keyId).toBe(answer.body.results[0].key.id);
  });

  it('is one too many', async () => {
    await aKey(company.owner);
    await company.owner.patch('/settings', { keys: { company: { maxActive: 2 } } });

    expect(codes(await importing([aRow(text()), aRow(text())]))).toEqual(['made', 'key-limit-reached']);
    const costs = async (rows: number): Promise<number> =>
      (await statementsOf(test, () => importing(Array.from({ length: rows }, () => aRow(text()))))).length;
    expect(await costs(20)).toBe(await costs(1));
  });

  it('is one that would hold more than its importer', async () => {
    const { client } = await someoneWith(company, ...onKeys('company', 'import', 'read'));
    const answer = await importing([aRow(text(), { permissions: ['keys:verify'] })], {}, client);

    expect(codes(answer)).toEqual(['permission-ceiling']);
    expect(answer.body.results[0].problem.missing).toEqual(['keys:verify']);
  });
});

describe('an import', () => {
  it('422 is not of a shape of ours, of a short one, or of a sixth', async () => {
    const refused = async (changed: object): Promise<Answer> =>
      importing([aRow(anOldKey())], { shape: { ...shape, ...changed } });
    const own = { prefix: '', length: 32, alphabet: 'hex' };

    for (const changed of [{ prefix: `${test.config.keyPrefix}_` }, own, { length: 21 }, { prefix: 'a b' }])
      expect((await refused(changed)).status).toBe(422);
    for (const length of [30, 31, 32, 33, 34]) expect((await refused({ length })).status).toBe(200);
    const sixth = await refused({ length: 35 });
    expect(sixth.body.errors[0]).toMatchObject({ pointer: '/shape', code: 'too-many', params: { max: 5 } });
  });

  it('never takes a text for imported that has the shape of a key of ours', async () => {
    const own = generateKey('prefixed', test.config.keyPrefix);
    const hex = randomBytes(16).toString('hex');
    const wide = { prefix: '', length: own.length, alphabet: 'base64url' };
    const short = { prefix: '', length: 32, alphabet: 'base62' };

    expect(codes(await importing([aRow(own, {}, 'plain')], { shape: wide }))).toEqual(['validation-failed']);
    expect(codes(await importing([aRow(own)], { shape: wide }))).toEqual(['made']);
    expect(codes(await importing([aRow(hex)], { shape: short }))).toEqual(['made']);
    expect([await use(own), await use(hex)]).toEqual([401, 401]);
  });

  it('costs nobody a statement for a mistyped key of ours, however wide its shape', async () => {
    const own = generateKey('prefixed', test.config.keyPrefix);
    const mistyped = own.slice(0, -1) + (own.endsWith('0') ? '1' : '0');
    const wide = { prefix: '', length: own.length, alphabet: 'base64url' };
    expect(codes(await importing([aRow(mistyped, {}, 'plain')], { shape: wide }))).toEqual([
      'validation-failed',
    ]);
    expect(codes(await importing([aRow(mistyped)], { shape: wide }))).toEqual(['made']);
    // The shapes are read again after an import.
    await use('x'.repeat(own.length));

    expect(await statementsOf(test, () => use(mistyped))).toEqual([]);
    expect(await use(mistyped)).toBe(401);
  });

  it('leaves no shape behind when its company is closed', async () => {
    const operator = await anOperator(test);
    const ofTheirs = { prefix: 'closing_', length: 60, alphabet: 'base62' };
    const text = (): string => `closing_${randomBytes(26).toString('hex')}`;
    await importing([aRow(text())], { shape: ofTheirs });
    await use(text());
    const cost = async (): Promise<number> => (await statementsOf(test, () => use(text()))).length;
    expect(await cost()).toBe(1);

    await operator.client.post(`/platform/companies/${company.id}/close`);
    await use('x'.repeat(60));

    expect(await cost()).toBe(0);
  });

  it('answers alike where another company has the key, and opens nothing', async () => {
    const stranger = await aCompany(test);
    const [hashed, plain] = [anOldKey(), anOldKey()];
    const rows = [aRow(hashed), aRow(plain, {}, 'plain')];
    const mine = await importing(rows);
    const theirs = await importing(rows, {}, stranger.owner);
    const crossed = await importing([aRow(hashed, {}, 'plain'), aRow(anOldKey())], {}, stranger.owner);

    expect([codes(mine), codes(theirs), codes(crossed)]).toEqual([
      ['made', 'made'],
      ['made', 'made'],
      ['key-already-imported', 'made'],
    ]);
    expect(codes(await importing(rows, {}, stranger.owner))).toEqual(codes(await importing(rows)));
    const statements = async (client: Client): Promise<number> =>
      (await statementsOf(test, () => importing(rows, {}, client))).length;
    expect(await statements(stranger.owner)).toBe(await statements(company.owner));
    for (const text of [hashed, plain]) {
      const { body } = await test.anyone.withKey(text).get('/core/api/v1/me');
      expect(body.companyId).toBe(company.id);
      expect((await stranger.owner.post('/keys/verify', { key: text })).body.code).toBe('NOT_FOUND');
      expect(await verdictOf(text)).toBe('VALID');
    }
  });

  it('gives a key at once to the company that imports the key itself, whoever imported its hash before', async () => {
    const text = anOldKey();
    const stranger = await aCompany(test);
    await importing([aRow(text)], {}, stranger.owner);
    const strangers = await stranger.owner.post('/keys/verify', { key: text, cost: 0 });

    const { body } = await importing([aRow(text, {}, 'plain')]);

    expect([strangers.body.code, body.revocation.effectiveEverywhere]).toEqual(['VALID', true]);
    const opened = await test.anyone.withKey(text).get('/core/api/v1/me');
    expect(opened.body.companyId).toBe(company.id);
    expect((await stranger.owner.post('/keys/verify', { key: text })).body.code).toBe('NOT_FOUND');
  });

  it('403 asks for the strongest step-up of any policy, and 200 takes one for all of its rows', async () => {
    await company.owner.patch('/settings', { keys: { personal: { stepUp: { reveal: 'password' } } } });
    const rows = Array.from({ length: 250 }, () => aRow(anOldKey()));
    const bare = await importing(rows);
    const proved = await steppedUp(company.owner, { action: 'import' });

    expect(bare).toMatchObject({ status: 403, body: { code: 'step-up-required', factor: 'password' } });
    expect((await importing(rows, {}, await steppedUp(company.owner, { action: 'generate' }))).status).toBe(
      403,
    );
    expect(new Set(codes(await importing(rows, {}, proved)))).toEqual(new Set(['made']));
    expect((await importing(rows, {}, proved)).status).toBe(403);
  });

  it('403 is for people with the right to it, and 409 for a kind that is switched on', async () => {
    const { client } = await company.member('superadmin');
    const { secret } = await aKey(company.owner);
    expect((await importing([aRow(anOldKey())], {}, client)).status).toBe(403);
    expect((await importing([aRow(anOldKey())], {}, test.anyone.withKey(secret))).status).toBe(403);

    await company.owner.patch('/settings', { keys: { company: { enabled: false } } });
    expect((await importing([aRow(anOldKey())])).body.code).toBe('kind-disabled');
  });

  it('422 takes a thousand rows at most, and 413 not more than 512 KiB', async () => {
    const many = Array.from({ length: 1_001 }, () => ({ hash: 'x' }));
    expect((await importing(many)).status).toBe(422);
    expect((await importing([{ hash: 'x'.repeat(512 * 1024) }])).status).toBe(413);
  });
});
