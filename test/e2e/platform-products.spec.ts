import { UnitOfWork } from '../../src/platform/database';
import { NewMembers } from '../../src/users';
import { aCompany, anOperator, aProduct, startApp, type TestApp, type TestOperator, crowd } from '../support';
import { actingFor } from '../support/principals';

let test: TestApp;
let operator: TestOperator;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
});
afterAll(() => test.close());

const unknownId = '01890000-0000-7000-8000-000000000000';

describe('GET, POST /platform/products', () => {
  it('201 puts a product on sale, which everyone then sees', async () => {
    const product = {
      code: 'disbursement',
      name: 'Disbursement',
      grants: ['sales-invoices:read', 'keys:verify'],
    };
    const made = await operator.client.post('/platform/products', product);
    expect(made.status).toBe(201);
    expect({ ...made.body, grants: [...made.body.grants].sort() }).toMatchObject({
      ...product,
      grants: ['keys:verify', 'sales-invoices:read'],
    });

    const listed = (await operator.client.get('/platform/products?limit=100')).body.data;
    expect(listed).toContainEqual(made.body);
    const { owner } = await aCompany(test);
    expect((await owner.get('/products')).body.data).toContainEqual({
      code: 'disbursement',
      name: 'Disbursement',
      activation: 'none',
    });
  });

  it('201 takes a product that grants nothing, and repeats no grant', async () => {
    const nothing = { code: 'nothing', name: 'Nothing', grants: [] };
    expect(await operator.client.post('/platform/products', nothing)).toMatchObject({
      status: 201,
      body: nothing,
    });
    const grants = ['sales-invoices:read', 'sales-invoices:read'];
    const twice = await operator.client.post('/platform/products', { code: 'twice', name: 'Twice', grants });
    expect(twice.body.grants).toEqual(['sales-invoices:read']);
  });

  it('409 refuses a code that is taken, of fifty at once too', async () => {
    const product = { code: 'wanted', name: 'Wanted', grants: [] };
    const answers = await crowd(50, () => operator.client.post('/platform/products', product));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'product-code-taken')).toHaveLength(49);
  });

  it.each([
    ['a code that is no slug', { code: 'Qris' }, '/code'],
    ['a code with a double hyphen', { code: 'pay--link' }, '/code'],
    ['no name', { name: undefined }, '/name'],
    ['no grants', { grants: undefined }, '/grants'],
    ['an invalid grant', { grants: ['sales-invoices:burn'] }, '/grants/0'],
    ['a grant over keys', { grants: ['sales-invoices:read', 'keys.company:generate'] }, '/grants/1'],
    ['a grant over people', { grants: ['users:read'] }, '/grants/0'],
    ['an unknown field', { price: 7 }, '/price'],
  ])('422 refuses %s', async (_, changes, pointer) => {
    const product = { code: 'a-code', name: 'A name', grants: [], ...changes };
    const answer = await operator.client.post('/platform/products', product);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe('PUT /platform/companies/{id}/products/{code}', () => {
  it('200 enables what was asked for, and tells the company', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    await company.owner.post(`/products/${code}/requests`);
    const answer = await operator.client.put(`/platform/companies/${company.id}/products/${code}`, {
      enabled: true,
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ code, name: 'A product', activation: 'enabled' });
    expect((await company.owner.get('/events?type=product.enabled')).body.data).toMatchObject([
      {
        actor: { id: operator.id, name: operator.username },
        target: { type: 'product', id: code },
        data: { name: 'A product' },
      },
    ]);
  });

  it('200 switches off with a receipt, and repeating it gives the last one', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    const path = `/platform/companies/${company.id}/products/${code}`;
    await operator.client.put(path, { enabled: false });
    await operator.client.put(path, { enabled: true });
    const off = await operator.client.put(path, { enabled: false });
    expect(off.body).toMatchObject({ activation: 'disabled', revocation: { effectiveEverywhere: true } });
    const again = await operator.client.put(path, { enabled: false });
    expect(again.body.revocation.position).toBe(off.body.revocation.position);
    expect((await company.owner.get('/events?type=product.disabled')).body.data).toHaveLength(2);
  });

  it('200 keeps one answer when the company asks at the same moment', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    const path = `/platform/companies/${company.id}/products/${code}`;
    const answers = await crowd(50, (at) =>
      at % 2 === 0
        ? operator.client.put(path, { enabled: true })
        : company.owner.post(`/products/${code}/requests`),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await company.owner.get('/events?type=product.enabled')).body.data).toHaveLength(1);
    const { body } = await company.owner.get('/products?limit=100');
    expect(body.data).toContainEqual({ code, name: 'A product', activation: 'enabled' });
  });

  it('403 enables nothing for a company the operator is a member of, but may switch it off', async () => {
    const code = await aProduct(operator);
    const company = await aCompany(test);
    const insider = await anOperator(test);
    const principal = actingFor(company);
    await test.app
      .get(UnitOfWork)
      .run((tx) => test.app.get(NewMembers).insert(principal, insider.id, [], tx));
    const path = `/platform/companies/${company.id}/products/${code}`;
    expect(await insider.client.put(path, { enabled: true })).toMatchObject({
      status: 403,
      body: { code: 'own-company' },
    });
    expect(await insider.client.put(path, { enabled: false })).toMatchObject({ status: 200 });
  });

  it('404 knows neither the company nor the product', async () => {
    const code = await aProduct(operator);
    const { id } = await aCompany(test);
    for (const path of [`${unknownId}/products/${code}`, `no-id/products/${code}`, `${id}/products/none`]) {
      expect(await operator.client.put(`/platform/companies/${path}`, { enabled: true })).toMatchObject({
        status: 404,
      });
    }
  });

  it.each([undefined, {}, { enabled: 'true' }, { enabled: 1 }, { enabled: true, reason: 'x' }])(
    '422 refuses %j',
    async (body) => {
      const { id } = await aCompany(test);
      const answer = await operator.client.put(`/platform/companies/${id}/products/any`, body);
      expect(answer).toMatchObject({ status: 422 });
    },
  );
});

describe('the demo data', () => {
  let demo: TestApp;

  beforeAll(async () => {
    demo = await startApp({ demo: true });
  });
  afterAll(() => demo.close());

  it('200 has three products, of which Lintas Pay has two and waits for the third', async () => {
    const owner = await demo.anyone.signIn('owner@lintas-pay.test', 'kunci-demo-2026');
    expect((await owner.get('/products')).body.data).toMatchObject([
      { code: 'disbursement', activation: 'enabled' },
      { code: 'payment-link', activation: 'enabled' },
      { code: 'qris', activation: 'requested' },
    ]);
  });

  it('200 has an operator', async () => {
    const staff = await demo.anyone.signIn('operator@kunci.test', 'kunci-demo-2026');
    expect((await staff.get('/platform/products')).body.data).toHaveLength(3);
    expect((await staff.get('/sessions/current')).body).toMatchObject({ company: null });
  });
});
