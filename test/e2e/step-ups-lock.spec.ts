import { minuteMs } from '../../src/platform';
import { aCompany, type Answer, type Client, password, startApp, type TestApp } from '../support';

describe('wrong secrets at POST /step-ups', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  const prove = (client: Client, secret: string, act: object = {}): Promise<Answer> =>
    client.post('/step-ups', { factor: 'password', secret, action: 'generate', kind: 'company', ...act });

  async function guessWrong(client: Client, times: number): Promise<void> {
    for (let guess = 0; guess < times; guess += 1) await prove(client, 'wrong password');
  }

  const locksOf = async (owner: Client): Promise<unknown> =>
    (await owner.get('/events?type=factor.locked')).body.data;

  it('403 step-up-failed says how many are left', async () => {
    const { owner } = await aCompany(test);

    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      expect(await prove(owner, 'wrong password')).toMatchObject({
        status: 403,
        body: { code: 'step-up-failed', attemptsLeft },
      });
    }
  });

  it('403 step-up-failed says of the last one until when it has locked, and of no other', async () => {
    const { owner } = await aCompany(test);
    const lockedUntil = new Date(test.clock.now().getTime() + 15 * minuteMs).toISOString();
    await guessWrong(owner, 3);

    const [fourth, fifth] = [await prove(owner, 'wrong password'), await prove(owner, 'wrong password')];

    expect(fourth.body).not.toHaveProperty('lockedUntil');
    expect(fifth).toMatchObject({
      status: 403,
      body: { code: 'step-up-failed', attemptsLeft: 0, lockedUntil },
    });
  });

  it('429 factor-locked refuses after five, the right one too, and says until when', async () => {
    const { owner } = await aCompany(test);
    const lockedUntil = new Date(test.clock.now().getTime() + 15 * minuteMs).toISOString();
    await guessWrong(owner, 5);

    for (const secret of ['wrong password', password]) {
      expect(await prove(owner, secret)).toMatchObject({
        status: 429,
        body: { code: 'factor-locked', lockedUntil },
      });
    }
  });

  it('201 takes the right one again after 15 minutes, which attempts meanwhile do not prolong', async () => {
    const { owner } = await aCompany(test);
    const lockedUntil = new Date(test.clock.now().getTime() + 15 * minuteMs).toISOString();
    await guessWrong(owner, 5);

    test.clock.advance(15 * minuteMs - 1);
    expect(await prove(owner, password)).toMatchObject({ status: 429, body: { lockedUntil } });
    test.clock.advance(1);
    expect((await prove(owner, password)).status).toBe(201);
  });

  it('403 counts from the beginning after the lock', async () => {
    const { owner } = await aCompany(test);
    await guessWrong(owner, 5);
    test.clock.advance(15 * minuteMs);

    expect((await prove(owner, 'wrong password')).body).toMatchObject({
      code: 'step-up-failed',
      attemptsLeft: 4,
    });
  });

  it('403 counts from the beginning after a right one', async () => {
    const { owner } = await aCompany(test);
    await guessWrong(owner, 4);
    expect((await prove(owner, password)).status).toBe(201);

    expect((await prove(owner, 'wrong password')).body.attemptsLeft).toBe(4);
  });

  it('201 the fifth may be the right one', async () => {
    const { owner } = await aCompany(test);
    await guessWrong(owner, 4);

    expect((await prove(owner, password)).status).toBe(201);
    expect(await locksOf(owner)).toEqual([]);
  });

  it('counts by person: in all their sessions and for every act, and nobody else', async () => {
    const { owner, slug, member } = await aCompany(test);
    const colleague = await member('system-administrator');
    const elsewhere = await test.anyone.signIn(`owner@${slug}.test`, password);
    await guessWrong(owner, 3);
    await guessWrong(elsewhere, 2);

    expect((await prove(owner, password, { kind: 'product' })).status).toBe(429);
    expect((await prove(elsewhere, password)).status).toBe(429);
    expect((await prove(colleague.client, password)).status).toBe(201);
  });

  it('leaves the session, and signing in, as they were', async () => {
    const { owner, slug } = await aCompany(test);
    await guessWrong(owner, 5);

    expect((await owner.get('/keys')).status).toBe(200);
    const again = await test.anyone.signIn(`owner@${slug}.test`, password);
    expect((await prove(again, password)).status).toBe(429);
  });

  it('are noted once, when they lock', async () => {
    const { owner, ownerId } = await aCompany(test);

    await guessWrong(owner, 4);
    expect(await locksOf(owner)).toEqual([]);
    await guessWrong(owner, 4);
    expect(await locksOf(owner)).toMatchObject([
      { actor: { id: ownerId }, target: { type: 'user', id: ownerId }, data: { factor: 'password' } },
    ]);

    test.clock.advance(15 * minuteMs);
    await guessWrong(owner, 5);
    expect(await locksOf(owner)).toHaveLength(2);
  });

  it('are five when two hundred come at once, and lock once', async () => {
    const { owner } = await aCompany(test);

    const answers = await Promise.all(Array.from({ length: 200 }, () => prove(owner, 'wrong password')));

    const tally: Record<string, number> = {};
    for (const { body } of answers) tally[body.code] = (tally[body.code] ?? 0) + 1;
    expect(tally).toEqual({ 'step-up-failed': 5, 'factor-locked': 195 });
    expect((await prove(owner, password)).body.code).toBe('factor-locked');
    expect(await locksOf(owner)).toHaveLength(1);
  });

  it('leave no trace of what was typed', async () => {
    const { owner } = await aCompany(test);
    await prove(owner, 'typed by mistake elsewhere');

    expect(test.logged.length).toBeGreaterThan(0);
    expect(test.logged.join()).not.toContain('typed by mistake');
    expect(JSON.stringify((await owner.get('/events')).body)).not.toContain('typed by mistake');
  });
});
