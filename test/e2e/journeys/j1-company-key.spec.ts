import { type Client, startApp, steppedUp, type TestApp } from '../../support';

const demoPassword = 'kunci-demo-2026';

describe('J1: one company key that the Owner alone sees', () => {
  let test: TestApp;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    owner = await test.anyone.signIn('owner@super-murah-shirt.test', demoPassword);
  });
  afterAll(() => test.close());

  const theKey = async (): Promise<{ id: string; status: string }> => (await owner.get('/keys')).body.data[0];

  it('403 hides the page from a Member', async () => {
    const member = await test.anyone.signIn('member@super-murah-shirt.test', demoPassword);
    expect(await member.get('/keys')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('200 shows the Owner dots, then 32 random characters behind the eye, then an open door', async () => {
    const key = await theKey();
    expect(JSON.stringify(await owner.get('/keys'))).not.toMatch(/[0-9a-f]{32}(?!-)/);

    const revealed = await owner.post(`/keys/${key.id}/reveal`);
    expect(revealed.body.secret).toMatch(/^[0-9a-f]{32}$/);
    expect(revealed.headers['cache-control']).toBe('no-store');

    const invoices = await test.anyone.withKey(revealed.body.secret).get('/core/api/v1/sales_invoices');
    expect(invoices.status).toBe(200);
    expect(invoices.body.data).toHaveLength(3);
  });

  it('removes the key only after the password, at once and permanently, and then makes a new one', async () => {
    const key = await theKey();
    const { secret } = (await owner.post(`/keys/${key.id}/reveal`)).body;
    const client = test.anyone.withKey(secret);

    expect(await owner.post('/keys', { kind: 'company' })).toMatchObject({
      status: 409,
      body: { code: 'key-limit-reached' },
    });
    expect(await owner.post(`/keys/${key.id}/revoke`)).toMatchObject({
      status: 403,
      body: { code: 'step-up-required' },
    });
    expect((await client.get('/core/api/v1/sales_invoices')).status).toBe(200);

    const proved = await steppedUp(owner, { action: 'revoke', keyId: key.id }, demoPassword);
    const removed = await proved.post(`/keys/${key.id}/revoke`);
    expect(removed).toMatchObject({
      status: 200,
      body: { key: { status: 'revoked' }, revocation: { effectiveEverywhere: true } },
    });

    expect(await client.get('/core/api/v1/sales_invoices')).toMatchObject({
      status: 401,
      body: { code: 'revoked' },
    });
    expect((await owner.post(`/keys/${key.id}/reveal`)).body.code).toBe('not-recoverable');

    const made = await owner.post('/keys', { kind: 'company' });
    expect(made).toMatchObject({ status: 201, body: { key: { name: null, status: 'active', start: null } } });
    const opened = await test.anyone.withKey(made.body.secret).get('/core/api/v1/sales_invoices');
    expect(opened.status).toBe(200);
  });
});
