import { generateKey } from '../../../libs/api-key';
import { type Client, startApp, type TestApp } from '../../support';
import { aFurnishedCompany, type FurnishedCompany } from '../../support/furnished-company';
import { rowsOf } from '../../support/tables';

describe('the keys of another company', () => {
  let test: TestApp;
  let ours: FurnishedCompany;
  let theirs: FurnishedCompany;

  beforeAll(async () => {
    test = await startApp();
    [ours, theirs] = [await aFurnishedCompany(test, 'Ours'), await aFurnishedCompany(test, 'Theirs')];
  });
  afterAll(() => test.close());

  it.each<[string, () => Client, number]>([
    ['the Owner', () => ours.owner, 5],
    ['a key of the company', () => test.anyone.withKey(ours.secret), 5],
    ['the backend of a product', () => test.anyone.withKey(ours.platform.serviceSecret), 1],
  ])('200 are, verified by %s, as unknown as a key that nobody has', async (_, client, ownCount) => {
    const before = await rowsOf(test, theirs.id);
    const verify = async (key: string) => (await client().post('/keys/verify', { key })).body;

    const unknown = await verify(generateKey('prefixed', test.config.keyPrefix));
    expect(unknown).toEqual({ valid: false, code: 'NOT_FOUND' });
    for (const secret of theirs.secrets) expect(await verify(secret)).toEqual(unknown);
    expect(await rowsOf(test, theirs.id)).toEqual(before);
    // Ours are known, the backend's only where they are for its product.
    const known = await Promise.all(ours.secrets.map(verify));
    expect(known.filter(({ code }) => code !== 'NOT_FOUND')).toHaveLength(ownCount);
  });

  it('404 are, looked up by the Owner, as unknown as a key that nobody has', async () => {
    const before = await rowsOf(test, theirs.id);
    const lookUp = async (key: string) => {
      const { status, body } = await ours.owner.post('/keys/lookup', { key });
      return { status, code: body.code, detail: body.detail };
    };

    const unknown = await lookUp(generateKey('prefixed', test.config.keyPrefix));
    expect(unknown).toMatchObject({ status: 404, code: 'not-found' });
    for (const secret of theirs.secrets) expect(await lookUp(secret)).toEqual(unknown);
    for (const secret of ours.secrets) expect((await lookUp(secret)).status).toBe(200);
    expect(await rowsOf(test, theirs.id)).toEqual(before);
  });

  it('200 open their own company and no other', async () => {
    const answers = await Promise.all(
      theirs.secrets.map((secret) => test.anyone.withKey(secret).get('/core/api/v1/sales_invoices')),
    );

    const shown = JSON.stringify(answers.map(({ body }) => body));
    expect(shown).toContain('Theirs 1');
    expect(shown).not.toContain('Ours 1');
  });
});
