import { minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  password,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
} from '../support';

const someId = '01900000-0000-7000-8000-000000000000';

describe('step-up', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aStrictCompany();
  });
  afterAll(() => test.close());

  /** Asks for the password before every act. */
  async function aStrictCompany(): Promise<TestCompany> {
    const strict = await aCompany(test);
    await policy(strict.owner, { generate: 'password', reveal: 'password', revoke: 'password' });
    return strict;
  }

  const policy = (owner: Client, stepUp: object): Promise<Answer> =>
    owner.patch('/settings', { keys: { company: { visibility: 'recoverable', stepUp } } });

  const generate = (client: Client): Promise<Answer> =>
    client.post('/keys', { kind: 'company', name: 'Integration' });

  const revoke = (client: Client, id: string): Promise<Answer> => client.post(`/keys/${id}/revoke`);

  const reveal = (client: Client, id: string): Promise<Answer> => client.post(`/keys/${id}/reveal`);

  async function aStrictKey(): Promise<string> {
    const { body } = await generate(await steppedUp(company.owner, { action: 'generate' }));
    return String(body.key.id);
  }

  const required = (action: string, factor = 'password'): object => ({
    status: 403,
    body: { code: 'step-up-required', factor, action, kind: 'company' },
  });

  describe('POST /step-ups', () => {
    const ask = (client: Client, body: object): Promise<Answer> =>
      client.post('/step-ups', {
        factor: 'password',
        secret: password,
        action: 'generate',
        kind: 'company',
        ...body,
      });

    it('201 gives a token for two minutes, in an answer that no cache keeps', async () => {
      const answer = await ask(company.owner, {});

      expect(answer.status).toBe(201);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toEqual({
        stepUpToken: expect.stringMatching(/^[\w-]{43}$/),
        expiresAt: new Date(test.clock.now().getTime() + 2 * minuteMs).toISOString(),
      });
    });

    it.each(['reveal', 'rotate', 'revoke'])('422 wants to know which key is meant by %s', async (action) => {
      expect(await ask(company.owner, { action })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/keyId' }] },
      });
      expect((await ask(company.owner, { action, keyId: someId })).status).toBe(201);
    });

    it.each(['pin', 'totp'])('409 prerequisites-not-met where no %s was set up', async (factor) => {
      expect(await ask(company.owner, { factor, secret: '246810' })).toMatchObject({
        status: 409,
        body: { code: 'prerequisites-not-met', missing: [factor] },
      });
    });

    it('403 password-session-required is what a key hears, and 401 nobody', async () => {
      const { secret } = await aKey((await aCompany(test)).owner);

      const key = await ask(test.anyone.withKey(secret), {});
      expect(key).toMatchObject({ status: 403, body: { code: 'password-session-required' } });
      expect((await ask(test.anyone, {})).status).toBe(401);
    });
  });

  describe('a token', () => {
    it('403 is asked for, with the factor, the action and the kind', async () => {
      const id = await aStrictKey();

      expect(await generate(company.owner)).toMatchObject(required('generate'));
      expect(await reveal(company.owner, id)).toMatchObject(required('reveal'));
      expect(await revoke(company.owner, id)).toMatchObject(required('revoke'));
      expect(await company.owner.delete(`/keys/${id}`)).toMatchObject(required('revoke'));
      expect((await company.owner.get(`/keys/${id}`)).body.status).toBe('active');
    });

    it('opens each act it was made for; deleting is revoking', async () => {
      const [id, other] = [await aStrictKey(), await aStrictKey()];

      const revealing = await steppedUp(company.owner, { action: 'reveal', keyId: id });
      expect((await reveal(revealing, id)).status).toBe(200);
      const revoking = await steppedUp(company.owner, { action: 'revoke', keyId: id });
      expect((await revoke(revoking, id)).status).toBe(200);
      const deleting = await steppedUp(company.owner, { action: 'revoke', keyId: other });
      expect((await deleting.delete(`/keys/${other}`)).status).toBe(200);
    });

    it.each(['', 'junk', 'a'.repeat(43), 'x'.repeat(5_000)])('403 cannot be invented (%#)', async (token) => {
      const client = company.owner.with({ 'step-up-token': token });
      expect(await generate(client)).toMatchObject(required('generate'));
    });

    it('403 is spent by the act', async () => {
      const client = await steppedUp(company.owner, { action: 'generate' });

      expect((await generate(client)).status).toBe(201);
      expect(await generate(client)).toMatchObject(required('generate'));
    });

    it('opens one of twenty acts that use it at once', async () => {
      const client = await steppedUp(company.owner, { action: 'generate' });

      const answers = await Promise.all(Array.from({ length: 20 }, () => generate(client)));

      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 403)]);
    });

    it('is not spent by an act that was refused', async () => {
      const client = await steppedUp(company.owner, { action: 'generate' });
      const setEnabled = (enabled: boolean): Promise<Answer> =>
        company.owner.patch('/settings', { keys: { company: { enabled } } });

      expect((await client.post('/keys', { kind: 'company' })).status).toBe(422);
      await setEnabled(false);
      expect((await generate(client)).status).toBe(409);
      await setEnabled(true);
      expect((await generate(client)).status).toBe(201);
    });

    it('is not spent by an act that needs none', async () => {
      const { owner } = await aCompany(test);
      const client = await steppedUp(owner, { action: 'generate' });

      expect((await generate(client)).status).toBe(201);
      await policy(owner, { generate: 'password' });
      expect((await generate(client)).status).toBe(201);
      expect((await generate(client)).status).toBe(403);
    });

    it('is good until two minutes are over', async () => {
      const [first, second] = [
        await steppedUp(company.owner, { action: 'generate' }),
        await steppedUp(company.owner, { action: 'generate' }),
      ];

      test.clock.advance(2 * minuteMs - 1);
      expect((await generate(first)).status).toBe(201);
      test.clock.advance(1);
      expect(await generate(second)).toMatchObject(required('generate'));
    });

    it('is not needed for what is revoked already', async () => {
      const id = await aStrictKey();
      await revoke(await steppedUp(company.owner, { action: 'revoke', keyId: id }), id);

      expect((await revoke(company.owner, id)).status).toBe(200);
    });
  });
});
