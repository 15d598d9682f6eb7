import { UnitOfWork } from '../../src/platform/database';
import { NewMembers } from '../../src/users';
import {
  aCompany,
  type Answer,
  type Client,
  password,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
} from '../support';
import { codeNow, givePin, giveTotp, pin } from '../support/factors';
import { actingFor } from '../support/principals';

const someId = '01900000-0000-7000-8000-000000000000';

describe('a step-up token', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aStrictCompany();
  });
  afterAll(() => test.close());

  /** Asks for the password before keys are made or revoked. */
  async function aStrictCompany(): Promise<TestCompany> {
    const strict = await aCompany(test);
    await policy(strict.owner, { generate: 'password', revoke: 'password' });
    return strict;
  }

  const policy = (owner: Client, stepUp: object): Promise<Answer> =>
    owner.patch('/settings', { keys: { company: { stepUp } } });

  const generate = (client: Client): Promise<Answer> =>
    client.post('/keys', { kind: 'company', name: 'Integration' });

  const revoke = (client: Client, id: string): Promise<Answer> => client.post(`/keys/${id}/revoke`);

  const proved = async (client: Client, factor: string, secret: string): Promise<Client> => {
    const answer = await client.post('/step-ups', { factor, secret, action: 'generate', kind: 'company' });
    return client.with({ 'step-up-token': String(answer.body.stepUpToken) });
  };

  async function aStrictKey(): Promise<string> {
    const { body } = await generate(await steppedUp(company.owner, { action: 'generate' }));
    return String(body.key.id);
  }

  const required = (action: string, factor = 'password'): object => ({
    status: 403,
    body: { code: 'step-up-required', factor, action, kind: 'company' },
  });

  it.each([
    ['another action', { action: 'reveal' }],
    ['another kind', { kind: 'product' }],
    ['another key', { keyId: someId }],
    ['a product', { product: 'qris' }],
  ])('403 is not good for revoking when it was made for %s', async (_, difference) => {
    const id = await aStrictKey();
    const client = await steppedUp(company.owner, { action: 'revoke', keyId: id, ...difference });

    expect(await revoke(client, id)).toMatchObject(required('revoke'));
    expect((await company.owner.get(`/keys/${id}`)).body.status).toBe('active');
  });

  it.each([
    ['another action', { action: 'revoke', keyId: someId }],
    ['a key', { keyId: someId }],
    ['a product', { product: 'qris' }],
    ['another kind', { kind: 'personal' }],
  ])('403 is not good for generating when it was made for %s', async (_, difference) => {
    const client = await steppedUp(company.owner, { action: 'generate', ...difference });
    expect(await generate(client)).toMatchObject(required('generate'));
  });

  it('403 is no longer valid when the PIN or the one-time codes it was got with were replaced', async () => {
    const { owner } = await aCompany(test);
    await givePin(owner);
    const secret = await giveTotp(test, owner);
    for (const [factor, proof, replace] of [
      ['pin', pin, () => givePin(owner, '903817')],
      ['totp', codeNow(test, secret), () => giveTotp(test, owner)],
    ] as const) {
      await policy(owner, { generate: factor });
      const before = await proved(owner, factor, proof);
      test.clock.advance(1);
      await replace();

      expect(await generate(before)).toMatchObject(required('generate', factor));
    }
    expect((await generate(await proved(owner, 'pin', '903817'))).body.code).toBe('step-up-required');
    await policy(owner, { generate: 'pin' });
    expect((await generate(await proved(owner, 'pin', '903817'))).status).toBe(201);
  });

  it('403 is not good when the policy asks for another factor', async () => {
    const { owner } = await aCompany(test);
    await givePin(owner);
    await policy(owner, { generate: 'pin' });

    const client = await steppedUp(owner, { action: 'generate' });

    expect(await generate(client)).toMatchObject(required('generate', 'pin'));
  });

  it('403 is good in no other session, not even of the same person', async () => {
    const elsewhere = await test.anyone.signIn(`owner@${company.slug}.test`, password);
    const { client: colleague } = await company.member('system-administrator');
    const token = await tokenOf(company.owner);

    expect(await generate(elsewhere.with(token))).toMatchObject(required('generate'));
    expect(await generate(colleague.with(token))).toMatchObject(required('generate'));
    expect((await generate(company.owner.with(token))).status).toBe(201);
  });

  it('403 is good in no other company, and still good back in its own', async () => {
    const other = await aStrictCompany();
    const owner = await test.anyone.signIn(`owner@${company.slug}.test`, password);
    await makeSystemAdministrator(company.ownerId, other);
    const token = await tokenOf(owner);

    await owner.put('/sessions/current/company', { companyId: other.id });
    expect(await generate(owner.with(token))).toMatchObject(required('generate'));
    await owner.put('/sessions/current/company', { companyId: company.id });
    expect((await generate(owner.with(token))).status).toBe(201);
  });

  async function tokenOf(client: Client): Promise<{ 'step-up-token': string }> {
    const input = { factor: 'password', secret: password, action: 'generate', kind: 'company' };
    return { 'step-up-token': (await client.post('/step-ups', input)).body.stepUpToken };
  }

  async function makeSystemAdministrator(userId: string, there: TestCompany): Promise<void> {
    const roles = [there.roleIds.get('system-administrator') ?? ''];
    const members = test.app.get(NewMembers);
    await test.app.get(UnitOfWork).run((tx) => members.insert(actingFor(there), userId, roles, tx));
  }
});
