import { type Client, startApp, type TestApp } from '../../support';

const password = 'kunci-demo-2026';
const pin = '246810';

describe('J2: a key for each product, with a PIN', () => {
  let test: TestApp;
  let admin: Client;
  let operator: Client;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    admin = await test.anyone.signIn('admin@lintas-pay.test', password);
    operator = await test.anyone.signIn('operator@kunci.test', password);
  });
  afterAll(() => test.close());

  const withPin = async (act: object): Promise<Client> => {
    const granted = await admin.post('/step-ups', { factor: 'pin', secret: pin, kind: 'product', ...act });
    return admin.with({ 'step-up-token': granted.body.stepUpToken });
  };
  const generate = async (product: string): Promise<{ id: string; secret: string }> => {
    const made = await (
      await withPin({ action: 'generate', product })
    ).post('/keys', { kind: 'product', product });
    return { id: made.body.key.id, secret: made.body.secret };
  };

  it('200 lists every product with what the platform has done about it', async () => {
    const { body } = await admin.get('/products');
    expect(
      body.data.map((product: { code: string; activation: string }) => [product.code, product.activation]),
    ).toEqual([
      ['disbursement', 'enabled'],
      ['payment-link', 'enabled'],
      ['qris', 'requested'],
    ]);
  });

  it('403 hides the keys from a Member, 200 shows them to a Superadmin', async () => {
    const member = await test.anyone.signIn('member@lintas-pay.test', password);
    const superadmin = await test.anyone.signIn('superadmin@lintas-pay.test', password);
    expect((await member.get('/keys')).status).toBe(403);
    expect((await superadmin.get('/keys?kind=product')).status).toBe(200);
  });

  it('201 generates with the PIN; the key is active at once, listed, shown again and regenerated', async () => {
    expect(await admin.post('/keys', { kind: 'product', product: 'disbursement' })).toMatchObject({
      status: 403,
      body: { code: 'step-up-required', factor: 'pin' },
    });
    const { id, secret } = await generate('disbursement');
    expect((await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices')).status).toBe(200);

    const listed = await admin.get('/keys?product=disbursement');
    expect(listed.body.data).toMatchObject([{ id, product: 'disbursement', status: 'active' }]);
    const shown = await (await withPin({ action: 'reveal', keyId: id })).post(`/keys/${id}/reveal`);
    expect(shown.body.secret).toBe(secret);

    const rotated = await (
      await withPin({ action: 'rotate', keyId: id })
    ).post(`/keys/${id}/rotate`, { overlapSeconds: 0 });
    expect(rotated).toMatchObject({
      status: 200,
      body: { key: { id }, revocation: { effectiveEverywhere: true } },
    });
    expect(await test.anyone.withKey(secret).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'revoked' },
    });
    expect((await test.anyone.withKey(rotated.body.secret).get('/me')).status).toBe(200);
  });

  it('403 lets a product key do only what its product grants', async () => {
    const { secret } = await generate('payment-link');
    const invoice = { number: 'X-1', customer: 'X', total: '1.00', currency: 'IDR', issuedOn: '2026-01-01' };
    expect(await test.anyone.withKey(secret).post('/sales_invoices', invoice)).toMatchObject({
      status: 403,
      body: { code: 'insufficient-permission' },
    });
  });

  it('409 says all that is missing until the platform has enabled the product', async () => {
    const proved = await withPin({ action: 'generate', product: 'qris' });
    expect(await proved.post('/keys', { kind: 'product', product: 'qris' })).toMatchObject({
      status: 409,
      body: { code: 'prerequisites-not-met', missing: ['product-enabled'] },
    });
  });

  it('stops the keys of a product that is switched off, and brings them back', async () => {
    const { secret } = await generate('payment-link');
    const companies = await operator.get('/platform/companies?limit=100');
    const { id } = companies.body.data.find((company: { slug: string }) => company.slug === 'lintas-pay');
    const switchTo = (enabled: boolean) =>
      operator.put(`/platform/companies/${id}/products/payment-link`, { enabled });

    expect(await switchTo(false)).toMatchObject({
      status: 200,
      body: { revocation: { effectiveEverywhere: true } },
    });
    expect(await test.anyone.withKey(secret).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'product-disabled' },
    });
    expect((await admin.get('/keys?product=payment-link&status=disabled')).body.data.length).toBeGreaterThan(
      0,
    );

    await switchTo(true);
    expect((await test.anyone.withKey(secret).get('/me')).status).toBe(200);
  });
});

describe('J2: from sign-up to the first key', () => {
  let test: TestApp;
  let operator: Client;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    operator = await test.anyone.signIn('operator@kunci.test', password);
  });
  afterAll(() => test.close());

  it('takes approval, activation and a PIN, and says which are missing', async () => {
    const owner = { username: 'founder@warung.test', password: 'a long enough password' };
    const founded = await test.anyone.post('/companies', { name: 'Warung', slug: 'warung', owner });
    expect(founded).toMatchObject({ status: 201, body: { company: { status: 'onboarding' } } });
    const founder = await test.anyone.signIn(owner.username, owner.password);
    const companyId = founded.body.company.id as string;
    await founder.patch('/settings', { keys: { product: { stepUp: { generate: 'pin' } } } });
    await founder.post('/products/qris/requests');

    const input = { kind: 'product', product: 'qris' };
    const missing = async (): Promise<string[]> => (await founder.post('/keys', input)).body.missing;
    expect(await missing()).toEqual(['company-approved', 'product-enabled', 'pin']);

    await founder.post('/company/submission');
    const { revision } = (await operator.get(`/platform/companies/${companyId}`)).body;
    const approved = await operator.post(`/platform/companies/${companyId}/approve`, { revision });
    expect(approved.status).toBe(200);
    expect(await missing()).toEqual(['product-enabled', 'pin']);
    await operator.put(`/platform/companies/${companyId}/products/qris`, { enabled: true });
    expect(await missing()).toEqual(['pin']);
    await founder.put('/me/pin', { password: owner.password, pin: '730915' });

    const stepUp = { factor: 'pin', secret: '730915', action: 'generate', ...input };
    const { stepUpToken } = (await founder.post('/step-ups', stepUp)).body;
    const made = await founder.with({ 'step-up-token': stepUpToken }).post('/keys', input);
    expect(made).toMatchObject({ status: 201, body: { key: { product: 'qris', status: 'active' } } });
  });
});
