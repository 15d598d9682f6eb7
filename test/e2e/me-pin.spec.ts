import { aCompany, password, startApp, type TestApp, type TestCompany } from '../support';
import { givePin, pin } from '../support/factors';
import { queryRows } from '../support/tables';

describe('PUT /me/pin', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const stepUp = (secret: string, client = company.owner) =>
    client.post('/step-ups', { factor: 'pin', secret, action: 'generate', kind: 'company' });

  it('204 sets the PIN, and then another one', async () => {
    expect(await company.owner.put('/me/pin', { password, pin })).toMatchObject({ status: 204, body: '' });
    expect((await stepUp(pin)).status).toBe(201);

    expect((await company.owner.put('/me/pin', { password, pin: '90817263' })).status).toBe(204);
    expect((await stepUp(pin)).body.code).toBe('step-up-failed');
    expect((await stepUp('90817263')).status).toBe(201);
  });

  it('204 for several at once, of which one holds', async () => {
    const { client } = await company.member('member');
    const pins = ['580274', '580275', '580276', '580277'];
    const answers = await Promise.all(pins.map((chosen) => client.put('/me/pin', { password, pin: chosen })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);

    const judged = [];
    for (const chosen of pins) judged.push((await stepUp(chosen, client)).status);
    expect(judged.filter((status) => status === 201)).toHaveLength(1);
  });

  it('204 writes an event and no secret: not in the log, not in a row, not in clear', async () => {
    const { client, id } = await company.member('member');
    await givePin(client, '703915');
    const events = await company.owner.get(`/events?type=user.pin-set&target=${id}`);
    expect(events.body.data).toMatchObject([
      { type: 'user.pin-set', target: { type: 'user', id }, data: {} },
    ]);

    const rows = await queryRows(test, 'SELECT * FROM user_factors WHERE user_id = ?', [id]);
    expect(rows).toMatchObject([{ factor: 'pin', hash: expect.stringMatching(/^\$argon2id\$/) }]);
    expect(JSON.stringify(rows)).not.toContain('703915');
    expect(test.logged.join('')).not.toContain('703915');
  });

  it('204 leaves what others have alone', async () => {
    const [one, other] = [await company.member('member'), await company.member('member')];
    await givePin(one.client, '580274');
    await givePin(other.client, '903817');
    expect((await stepUp('580274', one.client)).status).toBe(201);
    expect((await stepUp('580274', other.client)).status).toBe(403);
  });

  it.each(['12345', '1234567890123', '000000', '123456', '987654', '121212', '24681x'])(
    '422 refuses %s, before the password is judged',
    async (trivial) => {
      const answer = await company.owner.put('/me/pin', { password: 'wrong', pin: trivial });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/pin' }] } });
    },
  );

  it.each([{}, { pin }, { password }, { password, pin: 580274 }, { password, pin, more: 1 }, []])(
    '422 refuses %j',
    async (body) => {
      expect((await company.owner.put('/me/pin', body)).status).toBe(422);
    },
  );

  it('403 counts a wrong password, 429 locks at the fifth, for /step-ups too', async () => {
    const { client, id } = await company.member('member');
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const answer = await client.put('/me/pin', { password: 'wrong', pin });
      expect(answer).toMatchObject({ status: 403, body: { code: 'step-up-failed', attemptsLeft } });
    }
    const lockedUntil = new Date(test.clock.now().getTime() + 15 * 60_000).toISOString();
    expect(await client.put('/me/pin', { password, pin })).toMatchObject({
      status: 429,
      body: { code: 'factor-locked', lockedUntil },
    });
    const elsewhere = { factor: 'password', secret: password, action: 'generate', kind: 'company' };
    expect((await client.post('/step-ups', elsewhere)).status).toBe(429);
    expect((await company.owner.get(`/events?type=factor.locked&target=${id}`)).body.data).toHaveLength(1);

    test.clock.advance(15 * 60_000);
    expect((await client.put('/me/pin', { password, pin })).status).toBe(204);
  });

  it('401 without credentials, 403 with a key', async () => {
    expect((await test.anyone.put('/me/pin', { password, pin })).status).toBe(401);
    const owner = (await aCompany(test)).owner;
    const { secret } = (await owner.post('/keys', { kind: 'company', name: 'Integration' })).body;
    expect(await test.anyone.withKey(secret).put('/me/pin', { password, pin })).toMatchObject({
      status: 403,
      body: { code: 'password-session-required' },
    });
  });

  it('403 csrf for another site', async () => {
    const foreign = company.owner.with({ origin: 'https://evil.test' });
    expect((await foreign.put('/me/pin', { password, pin })).body.code).toBe('csrf');
  });
});
