import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';

const noStepUp = { generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' };
const policy = {
  enabled: true,
  maxActive: null,
  nameRequired: false,
  maxLifetimeDays: null,
  visibility: 'once',
  format: 'prefixed',
  stepUp: noStepUp,
  machines: 'refuse',
  selfRotate: false,
  onHolderReport: 'disable',
};

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** What the company allows, without the receipt that a change adds. */
async function settings(of = company): Promise<{ keys: Record<string, unknown>; locale: string }> {
  return (await of.owner.get('/settings')).body;
}

describe('the settings of a new company', () => {
  beforeEach(async () => {
    company = await aCompany(test);
  });

  it('200 are those of the design: personal keys off and for 180 days, names for company keys', async () => {
    expect(await settings()).toEqual({
      keys: {
        company: { ...policy, nameRequired: true },
        product: policy,
        personal: { ...policy, enabled: false, maxLifetimeDays: 180 },
        machine: policy,
      },
      locale: 'en',
      timeZone: 'UTC',
    });
  });

  it('200 tells every member which policies hold, and 403 keeps the settings from them', async () => {
    const { client } = await company.member('member');
    const { keys } = await settings();

    expect(await client.get('/keys/policy')).toMatchObject({ status: 200, body: keys });
    expect(await client.get('/settings')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await client.patch('/settings', { locale: 'id' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await settings()).locale).toBe('en');
  });

  it.each(['superadmin', 'admin', 'system-administrator'] as const)(
    '200 are for %s to read and change',
    async (role) => {
      const { client } = await company.member(role);
      expect((await client.get('/settings')).status).toBe(200);
      expect(await client.patch('/settings', { locale: 'id' })).toMatchObject({
        status: 200,
        body: { locale: 'id' },
      });
    },
  );
});

describe('changing settings', () => {
  beforeEach(async () => {
    company = await aCompany(test);
  });

  it('200 merges: what is not named stays, one step-up among four too', async () => {
    await company.owner.patch('/settings', {
      keys: { company: { maxActive: 5, stepUp: { revoke: 'password' } } },
    });
    await company.owner.patch('/settings', {
      keys: { company: { stepUp: { reveal: 'pin' } }, product: { format: 'hex32' } },
    });
    await company.owner.patch('/settings', { locale: 'id' });

    const stepUp = { ...noStepUp, revoke: 'password', reveal: 'pin' };
    expect(await settings()).toEqual({
      keys: {
        company: { ...policy, nameRequired: true, maxActive: 5, stepUp },
        product: { ...policy, format: 'hex32' },
        personal: { ...policy, enabled: false, maxLifetimeDays: 180 },
        machine: policy,
      },
      locale: 'id',
      timeZone: 'UTC',
    });
  });

  it('200 clears with null what can be without limit', async () => {
    await company.owner.patch('/settings', { keys: { company: { maxActive: 5, maxLifetimeDays: 30 } } });
    const cleared = await company.owner.patch('/settings', {
      keys: { company: { maxActive: null, maxLifetimeDays: null } },
    });

    expect(cleared.body.keys.company).toMatchObject({ maxActive: null, maxLifetimeDays: null });
    expect((await settings()).keys['company']).toEqual({ ...policy, nameRequired: true });
  });

  it.each([
    ['company', { maxActive: 1 }],
    ['company', { maxActive: 1000, maxLifetimeDays: 3650 }],
    ['product', { maxLifetimeDays: 1 }],
    ['personal', { maxLifetimeDays: 1, enabled: true }],
    ['personal', { maxLifetimeDays: 180, maxActive: null }],
    ['company', { visibility: 'recoverable', format: 'hex32', nameRequired: false, enabled: false }],
    ['product', { stepUp: { generate: 'none', reveal: 'password', rotate: 'pin', revoke: 'totp' } }],
  ])('200 takes for %s keys %j', async (kind, part) => {
    expect((await company.owner.patch('/settings', { keys: { [kind]: part } })).status).toBe(200);
    expect((await settings()).keys[kind]).toMatchObject(part);
  });

  it('200 leaves other companies alone', async () => {
    const other = await aCompany(test);
    await company.owner.patch('/settings', { keys: { company: { maxActive: 5 } }, locale: 'id' });
    expect(await settings(other)).toMatchObject({ keys: { company: { maxActive: null } }, locale: 'en' });
  });

  it('200 answers with the settings as they are now and a receipt, and logs each change with from and to', async () => {
    const changed = await company.owner.patch('/settings', {
      keys: {
        company: { maxActive: 2, nameRequired: true },
        personal: { enabled: true, stepUp: { rotate: 'totp' } },
      },
      locale: 'id',
    });
    const { revocation, ...now } = changed.body;

    expect(now).toEqual(await settings());
    expect(revocation).toEqual({
      position: expect.any(Number),
      effectiveEverywhere: true,
      afterMs: expect.any(Number),
    });
    const [event] = (await company.owner.get('/events?type=settings.updated')).body.data;
    expect(event).toMatchObject({
      position: revocation.position,
      actor: { kind: 'user', id: company.ownerId },
      target: { type: 'company', id: company.id },
    });
    expect(event.data.changes).toEqual({
      'keys.company.maxActive': { from: null, to: 2 },
      'keys.personal.enabled': { from: false, to: true },
      'keys.personal.stepUp': { from: noStepUp, to: { ...noStepUp, rotate: 'totp' } },
      locale: { from: 'en', to: 'id' },
    });
  });

  it('200 loses nothing when several change different things at once', async () => {
    const patches = [
      { keys: { company: { maxActive: 7 } } },
      { keys: { company: { visibility: 'recoverable' } } },
      { keys: { company: { stepUp: { reveal: 'password' } }, personal: { enabled: true } } },
      { keys: { company: { stepUp: { revoke: 'pin' } }, personal: { maxActive: 3 } } },
    ];
    const answers = await Promise.all(patches.map((patch) => company.owner.patch('/settings', patch)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await settings()).keys).toMatchObject({
      company: {
        maxActive: 7,
        visibility: 'recoverable',
        stepUp: { ...noStepUp, reveal: 'password', revoke: 'pin' },
      },
      personal: { enabled: true, maxActive: 3 },
    });
  });

  it('stops keys of a kind at once when it is switched off, and lets them work again when it is on', async () => {
    const { key, secret } = await aKey(company.owner);
    const client = test.anyone.withKey(secret);

    await company.owner.patch('/settings', { keys: { company: { enabled: false } } });
    expect(await client.get('/sales_invoices')).toMatchObject({ status: 401, body: { code: 'disabled' } });
    expect((await company.owner.get(`/keys/${key.id}`)).body.status).toBe('disabled');
    expect((await company.owner.post('/keys', { kind: 'company', name: 'New' })).body.code).toBe(
      'kind-disabled',
    );

    await company.owner.patch('/settings', { keys: { company: { enabled: true } } });
    expect((await client.get('/sales_invoices')).status).toBe(200);
  });
});

describe('settings that cannot be', () => {
  beforeAll(async () => {
    company = await aCompany(test);
  });

  it.each([
    ['/keys/company/maxActive', { keys: { company: { maxActive: 0 } } }],
    ['/keys/company/maxActive', { keys: { company: { maxActive: 1001 } } }],
    ['/keys/company/maxActive', { keys: { company: { maxActive: 1.5 } } }],
    ['/keys/company/maxActive', { keys: { company: { maxActive: '5' } } }],
    ['/keys/company/maxLifetimeDays', { keys: { company: { maxLifetimeDays: 0 } } }],
    ['/keys/product/maxLifetimeDays', { keys: { product: { maxLifetimeDays: 3651 } } }],
    ['/keys/personal/maxLifetimeDays', { keys: { personal: { maxLifetimeDays: null } } }],
    ['/keys/personal/maxLifetimeDays', { keys: { personal: { maxLifetimeDays: 0 } } }],
    ['/keys/personal/maxLifetimeDays', { keys: { personal: { maxLifetimeDays: 181 } } }],
    ['/keys/company/visibility', { keys: { company: { visibility: 'always' } } }],
    ['/keys/company/format', { keys: { company: { format: 'uuid' } } }],
    ['/keys/company/enabled', { keys: { company: { enabled: null } } }],
    ['/keys/company/nameRequired', { keys: { company: { nameRequired: 'yes' } } }],
    ['/keys/company/stepUp', { keys: { company: { stepUp: null } } }],
    ['/keys/company/stepUp/revoke', { keys: { company: { stepUp: { revoke: 'sms' } } } }],
    ['/keys/company/stepUp/reveal', { keys: { company: { stepUp: { reveal: null } } } }],
    ['/keys/company/stepUp/delete', { keys: { company: { stepUp: { delete: 'pin' } } } }],
    ['/keys/company/rateLimit', { keys: { company: { rateLimit: 1 } } }],
    ['/keys/service', { keys: { service: { enabled: true } } }],
    ['/keys', { keys: null }],
    ['/locale', { locale: 'fr' }],
    ['/locale', { locale: null }],
    ['/timezone', { timezone: 'Asia/Jakarta' }],
  ])('422 points at %s of %j', async (pointer, patch) => {
    const before = await settings();
    const refused = await company.owner.patch('/settings', patch);

    expect(refused).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer })]);
    expect(await settings()).toEqual(before);
  });

  it('422 names every wrong field at once, and keeps none of the right ones', async () => {
    const refused = await company.owner.patch('/settings', {
      keys: { company: { maxActive: 3, format: 'uuid' }, personal: { enabled: true, maxLifetimeDays: 200 } },
      locale: 'de',
    });

    const errors: { pointer: string }[] = refused.body.errors;
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      ...['/keys/company/format', '/keys/personal/maxLifetimeDays', '/locale'],
    ]);
    expect(await settings()).toMatchObject({
      keys: { company: { maxActive: null }, personal: { enabled: false, maxLifetimeDays: 180 } },
    });
  });
});
