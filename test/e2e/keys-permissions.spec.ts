import { ApiKeyEntity } from '../../src/api-keys';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import {
  aCompany,
  aKey,
  type Client,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
  untilAnswered,
} from '../support';
import { onKeys, someoneWith } from '../support/someone-with';

describe('PATCH /keys/{id} with permissions', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  });
  afterAll(() => test.close());

  const everything = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
  const change = (client: Client, id: string, permissions: string[] | null) =>
    client.patch(`/keys/${id}`, { permissions });
  const statusWith = async (secret: string) =>
    (await test.anyone.withKey(secret).get('/sales_invoices')).status;
  const storedOf = async (id: string) => {
    const [event] = (await company.owner.get(`/events?target=${id}&type=key.updated`)).body.data;
    return event.data;
  };

  it('200 narrows from the next request on, and says from when everywhere', async () => {
    const { key, secret } = await aKey(company.owner);
    expect(await statusWith(secret)).toBe(200);

    const { status, body } = await change(company.owner, key.id, ['keys:verify']);

    expect([status, body.key.permissions]).toEqual([200, ['keys:verify']]);
    expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await statusWith(secret)).toBe(403);
  });

  it('200 widens from the next request on', async () => {
    const { key, secret } = await aKey(company.owner, { permissions: [] });
    expect(await statusWith(secret)).toBe(403);

    await change(company.owner, key.id, ['sales-invoices:read']);

    expect(await statusWith(secret)).toBe(200);
  });

  it('200 gives all that its kind may have with null', async () => {
    const { key } = await aKey(company.owner, { permissions: [] });

    const { body } = await change(company.owner, key.id, null);

    expect(body.key.permissions).toEqual(everything);
    expect(await storedOf(key.id)).toMatchObject({ permissions: null, before: { permissions: [] } });
  });

  it('200 keeps each once, and writes into the log what was before', async () => {
    const { key } = await aKey(company.owner, { permissions: ['keys:verify'] });

    await change(company.owner, key.id, ['sales-invoices:read', 'sales-invoices:read']);

    expect(await storedOf(key.id)).toMatchObject({
      permissions: ['sales-invoices:read'],
      before: { permissions: ['keys:verify'] },
    });
  });

  it('200 leaves them as they are where they are not named', async () => {
    const { key } = await aKey(company.owner, { permissions: ['keys:verify'] });

    const { body } = await company.owner.patch(`/keys/${key.id}`, { name: 'Renamed' });

    expect(body.key.permissions).toEqual(['keys:verify']);
  });

  it.each([
    ['company:read', 'not-grantable'],
    ['faxes:send', 'not-grantable'],
  ])('422 cannot be %s', async (permission, code) => {
    const { key } = await aKey(company.owner);

    expect(await change(company.owner, key.id, ['sales-invoices:read', permission])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions/1', code }] },
    });
  });

  describe('by a person who may change keys and holds none of their permissions', () => {
    const editor = () => someoneWith(company, ...onKeys('company', 'read', 'update'));

    it.each([
      ['all', {}],
      ['a list', { permissions: everything }],
    ])('200 narrows a key that had %s', async (_, input) => {
      const { key } = await aKey(company.owner, input);
      const { client } = await editor();

      expect((await change(client, key.id, ['sales-invoices:read'])).body.key.permissions).toEqual([
        'sales-invoices:read',
      ]);
      expect((await change(client, key.id, [])).body.key.permissions).toEqual([]);
    });

    it('200 narrows a key with permissions that this version does not know', async () => {
      const { key } = await aKey(company.owner, { permissions: ['keys:verify'] });
      await test.app
        .get(UnitOfWork)
        .run((tx) =>
          managerOf(tx).update(ApiKeyEntity, { id: key.id }, { permissions: ['faxes:send', 'keys:verify'] }),
        );
      const { client } = await editor();

      expect((await change(client, key.id, ['keys:verify'])).status).toBe(200);
      expect(await storedOf(key.id)).toMatchObject({ permissions: ['keys:verify'] });
    });

    it('403 adds nothing, and says what is missing', async () => {
      const { key, secret } = await aKey(company.owner, { permissions: ['keys:verify'] });
      const { client } = await editor();

      expect(await change(client, key.id, ['keys:verify', 'sales-invoices:read'])).toMatchObject({
        status: 403,
        body: { code: 'permission-ceiling', missing: ['sales-invoices:read'] },
      });
      expect(await change(client, key.id, null)).toMatchObject({
        status: 403,
        body: { code: 'permission-ceiling', missing: everything },
      });
      expect(await statusWith(secret)).toBe(403);
    });
  });

  describe('of one’s own personal key', () => {
    const rights = onKeys('personal', 'generate', 'read', 'update', 'sign-in');
    const personal = { kind: 'personal', permissions: ['keys.personal:read'] };

    it('422 names what its owner does not hold', async () => {
      const { client } = await someoneWith(company, ...rights);
      const { key } = await aKey(client, personal);

      expect(await change(client, key.id, ['keys.personal:read', 'sales-invoices:read'])).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/permissions/1', code: 'not-held' }] },
      });
      expect((await change(client, key.id, null)).body.code).toBe('permission-ceiling');
    });

    it('200 keeps what it had when its owner has lost that since', async () => {
      const { client, hold } = await someoneWith(company, ...rights, 'events:read', 'sales-invoices:read');
      const { key, secret } = await aKey(client, {
        kind: 'personal',
        permissions: ['events:read', 'sales-invoices:read'],
      });
      await hold(...rights, 'sales-invoices:read');

      expect((await change(client, key.id, ['events:read', 'sales-invoices:read'])).status).toBe(200);
      expect((await change(client, key.id, ['sales-invoices:read'])).body.key.permissions).toEqual([
        'sales-invoices:read',
      ]);
      expect(await statusWith(secret)).toBe(200);
    });
  });

  describe('where making a key asks for the password', () => {
    let strict: TestCompany;

    beforeAll(async () => {
      strict = await aCompany(test);
      await strict.owner.patch('/settings', { keys: { company: { stepUp: { generate: 'password' } } } });
    });

    const required = (action: string) => ({
      status: 403,
      body: { code: 'step-up-required', action, kind: 'company' },
    });
    const aStrictKey = async (input: object) =>
      (await aKey(await steppedUp(strict.owner, { action: 'generate' }), input)).key;

    it('403 asks for it before it widens, for this key', async () => {
      const key = await aStrictKey({ permissions: ['keys:verify'] });
      const { id: otherId } = await aStrictKey({});
      const other = await steppedUp(strict.owner, { action: 'widen', keyId: otherId });
      const proved = await steppedUp(strict.owner, { action: 'widen', keyId: key.id });

      expect(await change(strict.owner, key.id, everything)).toMatchObject(required('widen'));
      expect(await change(other, key.id, everything)).toMatchObject(required('widen'));
      expect((await change(proved, key.id, everything)).status).toBe(200);
      expect(await change(proved, key.id, null)).toMatchObject(required('widen'));
    });

    it('200 asks for nothing where it narrows, or stays', async () => {
      const key = await aStrictKey({});

      expect((await change(strict.owner, key.id, null)).status).toBe(200);
      expect((await change(strict.owner, key.id, ['keys:verify'])).status).toBe(200);
    });

    const narrow = {
      allowedAddresses: ['203.0.113.0/24'],
      rateLimits: [{ name: 'minute', limit: 10, windowSeconds: 60 }],
      quota: { limit: 100, refill: 'month' },
    };

    it.each<[string, object]>([
      ['an address', { allowedAddresses: ['203.0.113.0/24', '198.51.100.7'] }],
      ['every address', { allowedAddresses: [] }],
      ['a higher limit', { rateLimits: [{ name: 'minute', limit: 11, windowSeconds: 60 }] }],
      ['a higher quota', { quota: { limit: 101, refill: 'month' } }],
    ])('403 asks for it before it adds %s', async (_what, patch) => {
      const key = await aStrictKey(narrow);
      const proved = await steppedUp(strict.owner, { action: 'widen', keyId: key.id });

      expect(await strict.owner.patch(`/keys/${key.id}`, patch)).toMatchObject(required('widen'));
      expect((await strict.owner.get(`/keys/${key.id}`)).body).toMatchObject(narrow);
      expect((await proved.patch(`/keys/${key.id}`, patch)).body.key).toMatchObject(patch);
    });

    it('200 asks for nothing where limits become stricter', async () => {
      const key = await aStrictKey({});
      const { status } = await strict.owner.patch(`/keys/${key.id}`, narrow);

      expect(status).toBe(200);
    });

    it('403 lets nobody make a key with a proof that is for widening one', async () => {
      const key = await aStrictKey({ permissions: [] });
      const proved = await steppedUp(strict.owner, { action: 'widen', keyId: key.id });

      expect(await proved.post('/keys', { kind: 'company', name: 'Other' })).toMatchObject(
        required('generate'),
      );
    });
  });

  describe('fifty times at once', () => {
    const sets = Array.from({ length: 50 }, (_, at) =>
      everything.filter((_permission, bit) => (at >> bit) & 1),
    );

    it('200 to each, and every verification meets one of them as a whole, the last one after all', async () => {
      const { key, secret } = await aKey(company.owner);
      const verifier = (await aKey(company.owner, { permissions: ['keys:verify'] })).secret;
      const verify = async (): Promise<string[]> =>
        (await test.anyone.withKey(verifier).post('/keys/verify', { key: secret })).body.permissions;
      const edits = sets.map((set) => untilAnswered(() => change(company.owner, key.id, set)));
      const met = await Promise.all(Array.from({ length: 50 }, verify));
      const answers = await Promise.all(edits);

      expect(answers.map(({ status }) => status)).toEqual(Array<number>(50).fill(200));
      const written = [everything, ...sets].map((set) => JSON.stringify(set));
      expect(met.filter((permissions) => !written.includes(JSON.stringify(permissions)))).toEqual([]);
      const { permissions } = (await company.owner.get(`/keys/${key.id}`)).body;
      expect(await verify()).toEqual(permissions);
      expect((await storedOf(key.id)).permissions).toEqual(permissions);
    });
  });
});
