import { dayMs } from '../../src/platform';
import {
  aCompany,
  anOperator,
  aProduct,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

describe('POST /keys', () => {
  let test: TestApp;
  let company: TestCompany;
  let member: Client;
  let product: string;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    const operator = await anOperator(test);
    product = await aProduct(operator);
    await company.owner.post(`/products/${product}/requests`);
    await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: true });
    ({ client: member } = await company.member('api-key-generate', 'superadmin'));
    const recoverable = { enabled: true, visibility: 'recoverable' };
    await company.owner.patch('/settings', { keys: { company: recoverable, personal: recoverable } });
  });
  afterAll(() => test.close());

  const limits = {
    allowedAddresses: ['10.0.0.0/8'],
    rateLimits: [{ name: 'minutely', windowSeconds: 60, limit: 10 }],
    quota: { refill: 'day', limit: 5 },
  };
  const soon = (): string => new Date(test.clock.now().getTime() + dayMs).toISOString();

  it.each<[string, () => Client, () => object]>([
    ['a company key', () => company.owner, () => ({ kind: 'company' })],
    ['one with limits', () => company.owner, () => ({ kind: 'company', ...limits, expiresAt: soon() })],
    [
      'one with few permissions',
      () => company.owner,
      () => ({ kind: 'company', permissions: ['sales-invoices:read'] }),
    ],
    ['a product key', () => company.owner, () => ({ kind: 'product', product })],
    ['a personal key', () => member, () => ({ kind: 'personal', expiresAt: soon() })],
  ])('201 answers what GET /keys/{id} shows then: %s', async (_, client, input) => {
    const made = await client().post('/keys', { name: 'New', ...input() });

    expect(made.status).toBe(201);
    const shown = await client().get(`/keys/${made.body.key.id}`);
    // As texts, so that the order of the fields counts.
    expect(JSON.stringify(made.body.key)).toBe(JSON.stringify(shown.body));
  });
});
