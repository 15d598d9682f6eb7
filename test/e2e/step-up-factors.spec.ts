import { GateTimeout } from '../../src/platform/gate';
import { FactorAttempts } from '../../src/step-up/factor-attempts';
import {
  aCompany,
  type Answer,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { codeNow, givePin, giveTotp, pin, wrongCode } from '../support/factors';
import { actingFor } from '../support/principals';

/** An Owner of a company whose policy asks for this factor before a company key is made. */
async function askingFor(test: TestApp, factor: string): Promise<TestCompany> {
  const company = await aCompany(test);
  await company.owner.patch('/settings', { keys: { company: { stepUp: { generate: factor } } } });
  return company;
}

const proved = (client: Client, factor: string, secret: string): Promise<Answer> =>
  client.post('/step-ups', { factor, secret, action: 'generate', kind: 'company' });

const generate = (client: Client, token?: string): Promise<Answer> =>
  (token === undefined ? client : client.with({ 'step-up-token': token })).post('/keys', {
    kind: 'company',
    name: 'Integration',
  });

const codesOf = (answers: readonly Answer[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const { status, body } of answers) {
    const code = String(status === 201 ? 'passed' : body.code);
    counted[code] = (counted[code] ?? 0) + 1;
  }
  return counted;
};

describe('step-up with a PIN', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    company = await askingFor(test, 'pin');
  });

  it('409 before anything else as long as there is none; then 403, then 201 once', async () => {
    const notSetUp = { status: 409, body: { code: 'prerequisites-not-met', missing: ['pin'] } };
    expect(await proved(company.owner, 'pin', pin)).toMatchObject(notSetUp);
    expect(await generate(company.owner)).toMatchObject(notSetUp);
    expect(await generate(company.owner, 'no-token')).toMatchObject(notSetUp);

    await givePin(company.owner);
    expect(await generate(company.owner)).toMatchObject({
      status: 403,
      body: { code: 'step-up-required', factor: 'pin', action: 'generate', kind: 'company' },
    });
    const { stepUpToken } = (await proved(company.owner, 'pin', pin)).body;
    expect((await generate(company.owner, stepUpToken)).status).toBe(201);
    expect((await generate(company.owner, stepUpToken)).body.code).toBe('step-up-required');
  });

  it('403 for a token that was got with the password', async () => {
    await givePin(company.owner);
    const { stepUpToken } = (await proved(company.owner, 'password', password)).body;
    expect((await generate(company.owner, stepUpToken)).body.code).toBe('step-up-required');
  });

  it('429 after five wrong ones for 15 minutes, and a right one in between forgives', async () => {
    await givePin(company.owner);
    for (let at = 0; at < 4; at += 1) await proved(company.owner, 'pin', '000000');
    expect((await proved(company.owner, 'pin', pin)).status).toBe(201);

    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      expect((await proved(company.owner, 'pin', '000000')).body.attemptsLeft).toBe(attemptsLeft);
    }
    expect((await proved(company.owner, 'pin', pin)).body.code).toBe('factor-locked');
    test.clock.advance(15 * 60_000 - 1);
    expect((await proved(company.owner, 'pin', pin)).status).toBe(429);
    test.clock.advance(1);
    expect((await proved(company.owner, 'pin', pin)).status).toBe(201);
  });

  it('counts by factor: a locked PIN leaves the password alone', async () => {
    await givePin(company.owner);
    for (let at = 0; at < 5; at += 1) await proved(company.owner, 'pin', '000000');
    expect((await proved(company.owner, 'pin', pin)).status).toBe(429);
    expect((await proved(company.owner, 'password', password)).status).toBe(201);
  });

  it('judges five of two hundred wrong PINs at once', async () => {
    await givePin(company.owner);
    const guesses = Array.from({ length: 200 }, (_, at) => String(900_000 + at));
    const answers = await Promise.all(guesses.map((guess) => proved(company.owner, 'pin', guess)));
    expect(codesOf(answers)).toEqual({ 'step-up-failed': 5, 'factor-locked': 195 });
    const left = answers
      .filter(({ status }) => status === 403)
      .map(({ body }) => body.attemptsLeft as number);
    expect(left.sort()).toEqual([0, 1, 2, 3, 4]);
    const locks = await company.owner.get(`/events?type=factor.locked&target=${company.ownerId}`);
    expect(locks.body.data).toMatchObject([{ data: { factor: 'pin' } }]);
    expect((await proved(company.owner, 'pin', pin)).status).toBe(429);
  });

  it('201 for each of twenty right PINs at once', async () => {
    await givePin(company.owner);
    const answers = await Promise.all(Array.from({ length: 20 }, () => proved(company.owner, 'pin', pin)));
    expect(codesOf(answers)).toEqual({ passed: 20 });
    expect((await proved(company.owner, 'pin', '000000')).body.attemptsLeft).toBe(4);
  });

  it('503 costs no attempt: nothing was judged', async () => {
    const attempts = test.app.get(FactorAttempts);
    const overloaded = new GateTimeout('Password checking');
    const { ownerId } = company;
    await givePin(company.owner);
    for (let at = 0; at < 6; at += 1) {
      const judging = attempts.judge(actingFor(company), ownerId, 'pin', () => Promise.reject(overloaded));
      await expect(judging).rejects.toBe(overloaded);
    }
    expect((await proved(company.owner, 'pin', '000000')).body.attemptsLeft).toBe(4);
  });

  it('is the same PIN in every company', async () => {
    const other = await askingFor(test, 'pin');
    await givePin(company.owner, '580274');
    await givePin(other.owner, '903817');
    expect((await proved(other.owner, 'pin', '580274')).status).toBe(403);
    expect((await proved(company.owner, 'pin', '580274')).status).toBe(201);
  });
});

describe('step-up with a one-time code', () => {
  let test: TestApp;
  let company: TestCompany;
  let secret: string;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    company = await askingFor(test, 'totp');
    secret = await giveTotp(test, company.owner);
  });

  it('409 without one set up', async () => {
    const { owner } = await askingFor(test, 'totp');
    expect(await generate(owner)).toMatchObject({ status: 409, body: { missing: ['totp'] } });
    expect(await proved(owner, 'totp', '123456')).toMatchObject({ status: 409, body: { missing: ['totp'] } });
  });

  it('201 for a code, and the act passes once', async () => {
    const { stepUpToken } = (await proved(company.owner, 'totp', codeNow(test, secret))).body;
    expect((await generate(company.owner, stepUpToken)).status).toBe(201);
    expect((await generate(company.owner, stepUpToken)).status).toBe(403);
  });

  it('201 a step early or late, 403 beyond', async () => {
    test.clock.advance(300_000);
    const passed = [];
    for (const late of [2, 1, 0, -1, -2]) {
      passed.push((await proved(company.owner, 'totp', codeNow(test, secret, late))).status);
    }
    expect(passed).toEqual([403, 201, 201, 201, 403]);
  });

  it('403 for a code that was used, and for an earlier one after it', async () => {
    test.clock.advance(300_000);
    const [earlier, code] = [codeNow(test, secret, 1), codeNow(test, secret)];
    expect((await proved(company.owner, 'totp', code)).status).toBe(201);
    expect((await proved(company.owner, 'totp', code)).body).toMatchObject({
      code: 'step-up-failed',
      codeUsed: true,
      attemptsLeft: 5,
    });
    expect((await proved(company.owner, 'totp', earlier)).status).toBe(403);
    test.clock.advance(30_000);
    expect((await proved(company.owner, 'totp', code)).status).toBe(403);
    expect((await proved(company.owner, 'totp', codeNow(test, secret))).status).toBe(201);
  });

  it('passes one of twenty that bring the same code at once', async () => {
    const code = codeNow(test, secret);
    const answers = await Promise.all(Array.from({ length: 20 }, () => proved(company.owner, 'totp', code)));
    expect(codesOf(answers)).toEqual({ passed: 1, 'step-up-failed': 19 });

    expect((await company.owner.get('/events?type=factor.locked')).body.data).toEqual([]);
    const wrong = await proved(company.owner, 'totp', wrongCode(test, secret));
    expect(wrong.body).toMatchObject({ attemptsLeft: 4 });
    expect(wrong.body).not.toHaveProperty('codeUsed');
    test.clock.advance(30_000);
    expect((await proved(company.owner, 'totp', codeNow(test, secret))).status).toBe(201);
  });

  it('403 for a used code costs no attempt, and gives none back', async () => {
    const code = codeNow(test, secret);
    expect((await proved(company.owner, 'totp', code)).status).toBe(201);
    for (let at = 0; at < 4; at += 1) await proved(company.owner, 'totp', wrongCode(test, secret));

    for (let at = 0; at < 6; at += 1)
      expect((await proved(company.owner, 'totp', code)).body).toMatchObject({ attemptsLeft: 1 });
    expect((await proved(company.owner, 'totp', wrongCode(test, secret))).body.attemptsLeft).toBe(0);
    expect((await proved(company.owner, 'totp', code)).body.code).toBe('factor-locked');
  });

  it('429 after five wrong codes, the right one too', async () => {
    for (let at = 0; at < 5; at += 1) await proved(company.owner, 'totp', wrongCode(test, secret));
    expect((await proved(company.owner, 'totp', codeNow(test, secret))).body.code).toBe('factor-locked');
    test.clock.advance(15 * 60_000);
    expect((await proved(company.owner, 'totp', codeNow(test, secret))).status).toBe(201);
  });

  it('403 for odd text', async () => {
    for (const odd of ['', ' ', '12345', '1234567', `${codeNow(test, secret)} `, '１２３４５６']) {
      expect([403, 422]).toContain((await proved(company.owner, 'totp', odd)).status);
    }
  });
});

describe('the demo accounts', () => {
  it('201 for the PIN in the banner, on every one', async () => {
    const test = await startApp({ demo: true });
    try {
      for (const username of ['owner@lintas-pay.test', 'admin@lintas-pay.test', 'multi@kunci.test']) {
        const client = await test.anyone.signIn(username, 'kunci-demo-2026');
        expect((await proved(client, 'pin', '246810')).status).toBe(201);
      }
    } finally {
      await test.close();
    }
  });
});
