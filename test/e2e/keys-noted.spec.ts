import {
  aCompany,
  aKey,
  anOperator,
  aProduct,
  type Answer,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { statementsOf } from '../support/statements';

describe('what is noted about a key', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  });
  afterAll(() => test.close());

  const metadata = { customer: 'C-17', seats: 5, trial: false };
  const make = (input: object): Promise<Answer> =>
    company.owner.post('/keys', { kind: 'company', name: 'Noted', ...input });
  const found = async (q: string): Promise<string[]> =>
    (await company.owner.get(`/keys?q=${encodeURIComponent(q)}`)).body.data.map(
      ({ id }: { id: string }) => id,
    );
  const verify = (key: string, more: object = {}): Promise<Answer> =>
    company.owner.post('/keys/verify', { key, ...more });

  describe('on POST and PATCH /keys', () => {
    it('201 is in the answer, the list and by its id', async () => {
      const { status, body } = await make({ description: ' Orders of the web shop ', metadata });

      const noted = { description: 'Orders of the web shop', metadata };
      expect([status, body.key]).toEqual([201, expect.objectContaining(noted)]);
      expect((await company.owner.get(`/keys/${body.key.id}`)).body).toMatchObject(noted);
      const [newest] = (await company.owner.get('/keys?limit=1')).body.data;
      expect(newest).toMatchObject({ id: body.key.id, ...noted });
    });

    it('201 is null where nothing is given, and where null is', async () => {
      for (const input of [{}, { description: null, metadata: null }])
        expect((await make(input)).body.key).toMatchObject({ description: null, metadata: null });
    });

    it('200 replaces what is named and leaves the rest; null clears', async () => {
      const { key } = (await make({ description: 'Old', metadata })).body;
      const patch = async (input: object) => (await company.owner.patch(`/keys/${key.id}`, input)).body.key;

      expect(await patch({ description: 'New' })).toEqual({ ...key, description: 'New' });
      expect(await patch({ metadata: { only: 1 } })).toMatchObject({
        description: 'New',
        metadata: { only: 1 },
      });
      expect(await patch({ metadata: null, description: null })).toMatchObject({
        ...{ description: null, metadata: null },
      });
      const { data } = (await company.owner.get(`/events?target=${key.id}&type=key.updated`)).body;
      expect(data[1].data).toMatchObject({ description: 'New', metadata: { only: 1 } });
    });

    it.each<[string, object, string]>([
      ['nested metadata', { metadata: { a: { b: 1 } } }, '/metadata/a'],
      ['a list in metadata', { metadata: { a: [1] } }, '/metadata/a'],
      ['a null in metadata', { metadata: { a: null } }, '/metadata/a'],
      [
        'metadata of 51 entries',
        { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [at, 1])) },
        '/metadata',
      ],
      // A euro is one character and three bytes.
      ['metadata of more than 4,096 bytes', { metadata: { a: '€'.repeat(1_400) } }, '/metadata'],
      ['metadata that is a list', { metadata: ['a'] }, '/metadata'],
      ['a description of 501 characters', { description: 'x'.repeat(501) }, '/description'],
      ['an empty description', { description: ' ' }, '/description'],
    ])('422 refuses %s', async (_what, input, pointer) => {
      const { key } = (await make({ description: 'Kept', metadata })).body;

      for (const answer of [await make(input), await company.owner.patch(`/keys/${key.id}`, input)])
        expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
      expect((await company.owner.get(`/keys/${key.id}`)).body).toMatchObject({
        ...{ description: 'Kept', metadata },
      });
    });

    it('201 takes as much as there may be', async () => {
      const most = { a: 'x'.repeat(4_096 - '{"a":""}'.length) };
      const { status, body } = await make({ metadata: most, description: 'word '.repeat(100).trim() });

      expect([status, body.key.metadata]).toEqual([201, most]);
    });
  });

  describe('in GET /keys?q=', () => {
    it('200 finds the beginning of any word of a description, as long as it is there', async () => {
      const { key } = (await make({ description: 'Pelanggan Élite, Surabaya' })).body;

      for (const typed of ['pelang', 'elite', 'SURA', 'elite, sur'])
        expect(await found(typed)).toEqual([key.id]);
      expect(await found('langgan')).toEqual([]);

      await company.owner.patch(`/keys/${key.id}`, { description: 'Bandung' });
      expect([await found('pelang'), await found('bandu')]).toEqual([[], [key.id]]);
      await company.owner.patch(`/keys/${key.id}`, { name: 'Renamed for good' });
      expect(await found('bandu')).toEqual([key.id]);
    });

    it('200 counts them as well', async () => {
      const { key } = (await make({ description: 'Countable' })).body;
      const { body } = await company.owner.get('/keys?q=countab&count=true&status=active');

      expect([body.data[0].id, body.pagination.total]).toEqual([key.id, 1]);
    });

    it('200 finds a personal key by the username of its owner', async () => {
      const { client, username } = await company.member('member', 'api-key-generate');
      const { key } = await aKey(client, { kind: 'personal', name: 'Mine' });

      expect(await found(username)).toEqual([key.id]);
      await client.patch(`/keys/${key.id}`, { name: 'Still mine' });
      expect(await found(username)).toEqual([key.id]);
    });

    it('200 finds nothing of another company', async () => {
      await make({ description: 'Onlyhere' });
      const { owner: stranger } = await aCompany(test);

      expect((await stranger.get('/keys?q=onlyhere')).body.data).toEqual([]);
    });
  });

  describe('metadata', () => {
    it('200 is in the answer of a verification that asks for it, and in no other', async () => {
      const { secret } = (await make({ metadata })).body;

      expect((await verify(secret)).body).not.toHaveProperty('metadata');
      expect((await verify(secret, { include: [] })).body).not.toHaveProperty('metadata');
      expect((await verify(secret, { include: ['metadata'] })).body).toMatchObject({ valid: true, metadata });
      const { secret: without } = (await make({})).body;
      expect((await verify(without, { include: ['metadata'] })).body.metadata).toBeNull();
      expect((await verify(secret, { include: ['name'] })).status).toBe(422);
    });

    it('200 is as it is now, at once', async () => {
      const { key, secret } = (await make({})).body;
      const seen = async () => (await verify(secret, { include: ['metadata'] })).body.metadata;
      expect(await seen()).toBeNull();

      await company.owner.patch(`/keys/${key.id}`, { metadata });
      expect(await seen()).toEqual(metadata);
      await company.owner.patch(`/keys/${key.id}`, { metadata: null });
      expect(await seen()).toBeNull();
    });

    it('200 costs one read where it is asked for, and none otherwise', async () => {
      const { secret } = (await make({ metadata })).body;
      await verify(secret);
      await test.settle();
      const readsOf = async (more: object): Promise<number> => {
        const statements = await statementsOf(test, () => verify(secret, more));
        return statements.filter((sql) => sql.includes('FROM api_keys')).length;
      };

      expect([await readsOf({}), await readsOf({ include: ['metadata'] })]).toEqual([0, 1]);
    });

    it('200 tells nothing of another company’s key', async () => {
      const { secret } = (await make({ metadata })).body;
      const { owner: stranger } = await aCompany(test);

      const { body } = await stranger.post('/keys/verify', { key: secret, include: ['metadata'] });
      expect(body).toEqual({ valid: false, code: 'NOT_FOUND' });
    });

    it('200 is told to the service key of a product', async () => {
      const operator = await anOperator(test);
      const product = await aProduct(operator);
      await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: true });
      const { secret } = (await make({ kind: 'product', product, metadata })).body;
      const service = await operator.client.post('/platform/service-keys', { name: 'Backend', product });

      const { body } = await test.anyone
        .withKey(service.body.secret)
        .post('/keys/verify', { key: secret, include: ['metadata'] });
      expect(body).toMatchObject({ valid: true, metadata });
    });

    it('200 is told to the key itself, with its expiry', async () => {
      const expiresAt = '2027-03-01T10:00:00.000Z';
      const { key, secret } = (await make({ metadata, expiresAt })).body;

      const { body } = await test.anyone.withKey(secret).get('/core/api/v1/me');
      const noted = { id: key.id, kind: 'company', name: 'Noted', environment: 'live', expiresAt, metadata };
      expect(body.key).toEqual(noted);
    });
  });
});
