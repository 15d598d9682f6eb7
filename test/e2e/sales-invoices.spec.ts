import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

const zeroId = '00000000-0000-7000-8000-000000000000';
const draft = {
  number: 'INV-1',
  customer: 'Warung Sejahtera',
  total: '150000.00',
  currency: 'IDR',
  issuedOn: '2026-06-15',
};

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

function make(client: Client, input: object = {}): Promise<Answer> {
  return client.post('/sales_invoices', { ...draft, ...input });
}

/** Makes one invoice per number, one after the other. @returns them as answered, newest first. */
async function makeAll(...numbers: string[]): Promise<{ id: string }[]> {
  const made = [];
  for (const number of numbers) {
    test.clock.advance(1);
    made.unshift((await make(company.owner, { number })).body);
  }
  return made;
}

describe('making an invoice', () => {
  beforeEach(async () => {
    company = await aCompany(test);
  });

  it('201 is there to be read by every member, and in the log', async () => {
    const { client } = await company.member('member');
    const made = await make(client);

    expect(made).toMatchObject({ status: 201, body: { ...draft, id: expect.any(String) } });
    expect(await company.owner.get(`/sales_invoices/${made.body.id}`)).toMatchObject({
      status: 200,
      body: made.body,
    });
    expect((await company.owner.get('/sales_invoices')).body.data).toEqual([made.body]);
    expect((await company.owner.get(`/events?target=${made.body.id}`)).body.data).toMatchObject([
      { type: 'sales-invoice.created', data: { number: 'INV-1', total: '150000.00', currency: 'IDR' } },
    ]);
  });

  it.each(['0.00', '0.01', '0.10', '10.00', '9007199254740.93', '9999999999999.99'])(
    '201 keeps every cent of %s',
    async (total) => {
      const { body } = await make(company.owner, { total });
      expect((await company.owner.get(`/sales_invoices/${body.id}`)).body.total).toBe(total);
    },
  );

  it('201 keeps writing of any kind, trimmed and in one spelling', async () => {
    const { body } = await make(company.owner, {
      number: ' №-é-7 ',
      customer: "東京 🏮 O'Hara \\ 100% Cafe\u0301",
    });
    expect((await company.owner.get(`/sales_invoices/${body.id}`)).body).toMatchObject({
      number: '№-é-7',
      customer: "東京 🏮 O'Hara \\ 100% Caf\u00e9",
    });
  });

  it('409 refuses a number that the company has, and another company may have', async () => {
    await make(company.owner);
    const other = await aCompany(test);

    expect(await make(company.owner, { customer: 'Else' })).toMatchObject({
      status: 409,
      body: { code: 'invoice-number-taken' },
    });
    expect((await company.owner.get('/sales_invoices')).body.data).toMatchObject([
      { customer: draft.customer },
    ]);
    expect((await make(other.owner)).status).toBe(201);
  });

  it('201 tells apart numbers that differ in case or accent only', async () => {
    const statuses = [];
    for (const number of ['inv-e', 'INV-E', 'INV-É'])
      statuses.push((await make(company.owner, { number })).status);
    expect(statuses).toEqual([201, 201, 201]);
  });

  it('201 for one and 409 for the others of five who take a number at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => make(company.owner)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect((await company.owner.get('/events?type=sales-invoice.created')).body.data).toHaveLength(1);
  });
});

describe('an invoice that cannot be', () => {
  beforeAll(async () => {
    company = await aCompany(test);
  });

  it.each([
    ['a total without decimals', { total: '150000' }, '/total'],
    ['a total with one decimal', { total: '1.5' }, '/total'],
    ['a total with a needless zero', { total: '01.00' }, '/total'],
    ['a negative total', { total: '-1.00' }, '/total'],
    ['a total in scientific writing', { total: '1e3.00' }, '/total'],
    ['a total of 14 digits', { total: '10000000000000.00' }, '/total'],
    ['a total that is a number', { total: 150000 }, '/total'],
    ['a total with a line break', { total: '1.00\n' }, '/total'],
    ['a currency in small letters', { currency: 'idr' }, '/currency'],
    ['a currency of four letters', { currency: 'IDRX' }, '/currency'],
    ['a day that does not exist', { issuedOn: '2026-02-30' }, '/issuedOn'],
    ['a moment instead of a day', { issuedOn: '2026-06-15T00:00:00Z' }, '/issuedOn'],
    ['an empty customer', { customer: '  ' }, '/customer'],
    ['a customer of 101 characters', { customer: 'x'.repeat(101) }, '/customer'],
    ['a number of 33 characters', { number: '1'.repeat(33) }, '/number'],
    ['a number with a control character', { number: 'INV\u00001' }, '/number'],
    ['an id', { id: zeroId }, '/id'],
    ['a company', { companyId: zeroId }, '/companyId'],
  ])('422 refuses %s', async (_what, input, pointer) => {
    const refused = await make(company.owner, input);

    expect(refused).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer })]);
    expect((await company.owner.get('/sales_invoices')).body.data).toEqual([]);
  });

  it('422 names every field that is missing', async () => {
    const errors: { pointer: string }[] = (await company.owner.post('/sales_invoices', {})).body.errors;
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      ...['/number', '/customer', '/total', '/currency', '/issuedOn'],
    ]);
  });
});

describe('the list of invoices', () => {
  beforeEach(async () => {
    company = await aCompany(test);
  });

  it('200 is newest first and pages through all of them, each once, while new ones come', async () => {
    const all = await makeAll('1', '2', '3', '4', '5');
    const first = await company.owner.get('/sales_invoices?limit=2');
    await makeAll('6');
    const second = await company.owner.get(`/sales_invoices?limit=2&cursor=${first.body.pagination.cursor}`);
    const third = await company.owner.get(`/sales_invoices?limit=2&cursor=${second.body.pagination.cursor}`);

    expect([first, second, third].flatMap(({ body }) => body.data)).toEqual(all);
    expect([first, second, third].map(({ body }) => body.pagination.hasMore)).toEqual([true, true, false]);
    expect(third.body.pagination.cursor).toBeNull();
  });

  it('200 with a page that is just full has no more', async () => {
    await makeAll('1', '2');
    expect((await company.owner.get('/sales_invoices?limit=2')).body.pagination).toEqual({
      cursor: null,
      hasMore: false,
    });
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=-1', '/limit'],
    ['limit=101', '/limit'],
    ['limit=1e1', '/limit'],
    ['cursor=bm9wZQ', '/cursor'],
    ['cursor=%F0', '/cursor'],
    ['customer=Ani', '/customer'],
  ])('422 points at what is wrong with ?%s', async (query, pointer) => {
    expect(await company.owner.get(`/sales_invoices?${query}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });
});

describe('who gets at invoices', () => {
  beforeAll(async () => {
    company = await aCompany(test);
  });

  it('404 alike for another company’s invoice, an unknown and an odd id; and no list has them', async () => {
    const other = await aCompany(test);
    const foreign = await make(other.owner);
    const answers = [];
    for (const id of [foreign.body.id, zeroId, '1', `${zeroId}'`]) {
      answers.push(await company.owner.get(`/sales_invoices/${id}`));
    }

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, requestId: null }))).size).toBe(1);
    expect((await company.owner.get('/sales_invoices')).body.data).toEqual([]);
  });

  it('200 and 201 for a key of the company, under /core too, and of no other', async () => {
    const { secret } = await aKey(company.owner);
    const key = test.anyone.withKey(secret);
    const made = await key.post('/core/api/v1/sales_invoices', draft);

    expect(made.status).toBe(201);
    expect((await key.get(`/sales_invoices/${made.body.id}`)).body).toEqual(made.body);
    const stranger = test.anyone.withKey((await aKey((await aCompany(test)).owner)).secret);
    expect((await stranger.get(`/sales_invoices/${made.body.id}`)).status).toBe(404);
    expect((await stranger.get('/sales_invoices')).body.data).toEqual([]);
  });

  it('403 for a key that may only read to make one, and for one that may nothing to read', async () => {
    const reader = test.anyone.withKey(
      (await aKey(company.owner, { permissions: ['sales-invoices:read'] })).secret,
    );
    const nothing = test.anyone.withKey((await aKey(company.owner, { permissions: [] })).secret);
    const refused = { status: 403, body: { code: 'insufficient-permission' } };

    expect((await reader.get('/sales_invoices')).status).toBe(200);
    expect(await make(reader)).toMatchObject(refused);
    expect(await nothing.get('/sales_invoices')).toMatchObject(refused);
  });

  it('401 without credentials', async () => {
    expect((await test.anyone.get('/sales_invoices')).status).toBe(401);
    expect((await make(test.anyone)).status).toBe(401);
  });
});
