import { aCompany, aKey, password, startApp, type TestApp, type TestCompany } from '../support';
import { beginTotp, givePin, giveTotp } from '../support/factors';
import { anOperator } from '../support/operators';

describe('GET /me/factors', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  it('200 tells what is set up, once it has force and until it is removed', async () => {
    const { client } = await company.member('member');
    const factors = async (): Promise<unknown> => (await client.get('/me/factors')).body;
    expect(await factors()).toEqual({ pin: false, totp: false });

    await givePin(client);
    await beginTotp(client);
    expect(await factors()).toEqual({ pin: true, totp: false });

    await giveTotp(test, client);
    expect(await factors()).toEqual({ pin: true, totp: true });

    await client.send('DELETE', '/me/totp', { password });
    expect(await factors()).toEqual({ pin: true, totp: false });
  });

  it('200 tells nobody of what others have', async () => {
    const [one, other] = [await company.member('member'), await company.member('member')];
    await givePin(one.client);

    expect((await other.client.get('/me/factors')).body).toEqual({ pin: false, totp: false });
  });

  it('200 answers who is in no company', async () => {
    const { client } = await anOperator(test);

    expect(await client.get('/me/factors')).toMatchObject({ status: 200, body: { pin: false, totp: false } });
  });

  it('403 for a key and for a session opened with one: neither may learn the factors', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const own = await company.member('api-key-generate', 'api-key-sign-in');
    const { secret } = await aKey(own.client, { kind: 'personal' });
    const callers = [test.anyone.withKey(secret), await test.anyone.signIn(own.username, secret)];

    for (const caller of callers) {
      expect(await caller.get('/me/factors')).toMatchObject({
        status: 403,
        body: { code: 'password-session-required' },
      });
    }
  });

  it('401 for nobody', async () => {
    expect((await test.anyone.get('/me/factors')).status).toBe(401);
  });
});
