import {
  aCompany,
  aKey,
  anOperator,
  aProduct,
  aUser,
  password,
  startApp,
  type TestApp,
  type TestOperator,
  crowd,
} from '../support';
import { queryRows } from '../support/tables';

let test: TestApp;
let operator: TestOperator;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
});
afterAll(() => test.close());

describe('GET /products', () => {
  it('200 shows by code what there is and what the company has of it', async () => {
    const codes = [
      await aProduct(operator),
      await aProduct(operator),
      await aProduct(operator),
      await aProduct(operator),
    ];
    const [none = '', requested = '', enabled = '', disabled = ''] = codes;
    const company = await aCompany(test);
    await company.owner.post(`/products/${requested}/requests`);
    await operator.client.put(`/platform/companies/${company.id}/products/${enabled}`, { enabled: true });
    await operator.client.put(`/platform/companies/${company.id}/products/${disabled}`, { enabled: false });

    const { status, body } = await company.owner.get('/products?limit=100');
    expect(status).toBe(200);
    const all: { code: string }[] = body.data;
    const shown = all.filter(({ code }) => codes.includes(code));
    expect(shown).toEqual([
      { code: none, name: 'A product', activation: 'none' },
      { code: requested, name: 'A product', activation: 'requested' },
      { code: enabled, name: 'A product', activation: 'enabled' },
      { code: disabled, name: 'A product', activation: 'disabled' },
    ]);
  });

  it('200 keeps what one company has from another', async () => {
    const code = await aProduct(operator);
    const [one, other] = [await aCompany(test), await aCompany(test)];
    await one.owner.post(`/products/${code}/requests`);
    const { body } = await other.owner.get('/products?limit=100');
    expect(body.data).toContainEqual({ code, name: 'A product', activation: 'none' });
  });

  it('200 pages by code', async () => {
    for (let made = 0; made < 3; made += 1) await aProduct(operator);
    const { owner } = await aCompany(test);
    const all = (await owner.get('/products?limit=100')).body.data;
    const first = (await owner.get('/products?limit=2')).body;
    const second = (await owner.get(`/products?limit=100&cursor=${first.pagination.cursor}`)).body;
    expect(first.pagination.hasMore).toBe(true);
    expect([...first.data, ...second.data]).toEqual(all);
  });

  it('200 lets a Member look, and 403 lets nobody without a company', async () => {
    const company = await aCompany(test);
    const member = await company.member('member');
    expect(await member.client.get('/products')).toMatchObject({ status: 200 });
    const { username } = await aUser(test);
    const nobody = await test.anyone.signIn(username, password);
    expect(await nobody.get('/products')).toMatchObject({ status: 403 });
    expect(await operator.client.get('/products')).toMatchObject({ status: 403 });
  });

  it('401 asks a stranger who they are', async () => {
    expect(await test.anyone.get('/products')).toMatchObject({ status: 401 });
  });

  it.each(['limit=0', 'limit=101', 'cursor=!', 'nonsense=1'])('422 refuses ?%s', async (query) => {
    const { owner } = await aCompany(test);
    expect(await owner.get(`/products?${query}`)).toMatchObject({ status: 422 });
  });
});

describe('POST /products/{code}/requests', () => {
  it('200 asks once: repeating it changes nothing and writes nothing', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    for (let asked = 0; asked < 2; asked += 1) {
      expect(await company.owner.post(`/products/${code}/requests`)).toMatchObject({
        status: 200,
        body: { code, activation: 'requested' },
      });
    }
    expect((await company.owner.get('/events?type=product.requested')).body.data).toMatchObject([
      {
        actor: { id: company.ownerId },
        target: { type: 'product', id: code },
        data: { name: 'A product' },
      },
    ]);
  });

  it('200 leaves an enabled product enabled', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    await operator.client.put(`/platform/companies/${company.id}/products/${code}`, { enabled: true });
    expect(await company.owner.post(`/products/${code}/requests`)).toMatchObject({
      status: 200,
      body: { activation: 'enabled' },
    });
    expect((await company.owner.get('/events?type=product.requested')).body.data).toEqual([]);
  });

  it('200 makes one request of fifty at once', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    const answers = await crowd(50, () => company.owner.post(`/products/${code}/requests`));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect((await company.owner.get('/events?type=product.requested')).body.data).toHaveLength(1);
    const rows = 'SELECT status FROM product_activations WHERE company_id = ? AND product_code = ?';
    expect(await queryRows(test, rows, [company.id, code])).toEqual([{ status: 'requested' }]);
  });

  it('403 refuses a Member and a company key', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    const member = await company.member('member');
    expect(await member.client.post(`/products/${code}/requests`)).toMatchObject({ status: 403 });
    const { secret } = await aKey(company.owner);
    expect(await test.anyone.withKey(secret).post(`/products/${code}/requests`)).toMatchObject({
      status: 403,
      body: { code: 'insufficient-permission' },
    });
  });

  it.each(['nothing', 'UPPER', '%00', '..%2f', "'--", 'x'.repeat(90)])(
    '404 knows no product %s',
    async (code) => {
      const { owner } = await aCompany(test);
      expect(await owner.post(`/products/${code}/requests`)).toMatchObject({ status: 404 });
    },
  );

  it('409 leaves a disabled product disabled', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    await operator.client.put(`/platform/companies/${company.id}/products/${code}`, { enabled: false });
    expect(await company.owner.post(`/products/${code}/requests`)).toMatchObject({
      status: 409,
      body: { code: 'product-disabled' },
    });
  });
});
