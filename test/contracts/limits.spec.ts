import { dayMs, secondMs } from '../../src/platform';
import { aCompany, aKey, type Answer, startApp, type TestApp, type TestCompany } from '../support';

const minute = { name: 'minute', limit: 2, windowSeconds: 60 };
const hour = { name: 'hour', limit: 3, windowSeconds: 3_600 };

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
// A session ends after half an hour, and tests move the clock further.
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const verify = async (key: string, cost?: number): Promise<Answer['body']> =>
  (await company.owner.post('/keys/verify', cost === undefined ? { key } : { key, cost })).body;
const codes = async (key: string, ...costs: number[]): Promise<string[]> => {
  const found: string[] = [];
  for (const cost of costs) found.push((await verify(key, cost)).code);
  return found;
};
interface Remaining {
  readonly remaining: number;
}

const left = async (key: string): Promise<[windows: number[], quota: number | null]> => {
  const body: { rateLimits: Remaining[]; quota: Remaining | null } = await verify(key, 0);
  return [
    body.rateLimits.map(({ remaining }) => remaining),
    body.quota === null ? null : body.quota.remaining,
  ];
};
const signInAgain = async (): Promise<void> => {
  const owner = await test.anyone.signIn(`owner@${company.slug}.test`, 'correct horse battery');
  company = { ...company, owner };
};

describe('Several windows and a quota', () => {
  it('are counted together, and a refused call burns none of them', async () => {
    const { secret } = await aKey(company.owner, {
      rateLimits: [hour, minute],
      quota: { limit: 10, refill: null },
    });
    expect(await codes(secret, 1, 1, 1, 1)).toEqual(['VALID', 'VALID', 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await left(secret)).toEqual([[1, 0], 8]);

    test.clock.advance(60 * secondMs);
    expect(await codes(secret, 1, 1)).toEqual(['VALID', 'RATE_LIMITED']);
    expect(await left(secret)).toEqual([[0, 1], 7]);
  });

  it('burn no window when it is the quota that is used up', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [hour], quota: { limit: 1, refill: null } });
    expect(await codes(secret, 1, 1, 1)).toEqual(['VALID', 'USAGE_EXCEEDED', 'USAGE_EXCEEDED']);
    expect(await left(secret)).toEqual([[2], 0]);
  });

  it('burn nothing when the key is refused for another reason', async () => {
    const input = { rateLimits: [minute], permissions: ['sales-invoices:read'] };
    const { secret } = await aKey(company.owner, input);
    const asked = { key: secret, permission: 'sales-invoices:create' };
    for (let call = 0; call < 3; call += 1) {
      const { body } = await company.owner.post('/keys/verify', asked);
      expect(body.code).toBe('INSUFFICIENT_PERMISSION');
    }
    expect((await test.anyone.withKey(secret).get('/company')).status).toBe(403);
    expect(await left(secret)).toEqual([[2], null]);
  });
});

describe('A window', () => {
  it('begins with its first call and does not move', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [minute] });
    expect((await verify(secret, 0)).rateLimits).toEqual([{ ...minute, remaining: 2, resetsAt: null }]);
    test.clock.advance(25 * secondMs);
    const resetsAt = new Date(test.clock.now().getTime() + 60 * secondMs).toISOString();
    await verify(secret);
    test.clock.advance(59 * secondMs);
    expect((await verify(secret)).rateLimits).toEqual([{ ...minute, remaining: 0, resetsAt }]);
    test.clock.advance(999);
    expect((await verify(secret)).code).toBe('RATE_LIMITED');
    test.clock.advance(1);
    expect(await verify(secret)).toMatchObject({ valid: true, rateLimits: [{ remaining: 1 }] });
  });

  it('429 says when to come back, on every route a key is used on', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [minute] });
    const caller = test.anyone.withKey(secret);
    await caller.get('/sales_invoices');
    test.clock.advance(20_500);
    await caller.get('/core/api/v1/sales_invoices');

    expect(await caller.get('/sales_invoices')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '40' },
      body: { code: 'rate-limited' },
    });
  });
});

describe('A quota', () => {
  it.each(['day', 'month'] as const)('is full again at the beginning of the next UTC %s', async (refill) => {
    const { key, secret } = await aKey(company.owner, { quota: { limit: 1, refill } });
    expect(await codes(secret, 1, 1)).toEqual(['VALID', 'USAGE_EXCEEDED']);
    const refused = await test.anyone.withKey(secret).get('/me');
    const now = test.clock.now();
    const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
    const next = refill === 'day' ? Date.UTC(year, month, day + 1) : Date.UTC(year, month + 1, 1);
    expect(refused).toMatchObject({ status: 429, body: { code: 'usage-exceeded' } });
    expect(refused.headers['retry-after']).toBe(String(Math.ceil((next - now.getTime()) / secondMs)));

    test.clock.advance(next - now.getTime() - 1);
    await signInAgain();
    expect((await verify(secret)).code).toBe('USAGE_EXCEEDED');
    test.clock.advance(1);
    expect((await company.owner.get(`/keys/${key.id}`)).body.quota.remaining).toBe(1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(secret)));
    expect(answers.filter(({ valid }) => valid)).toHaveLength(1);
  });

  it('without a refill never comes back, and waiting is not advised', async () => {
    const { secret } = await aKey(company.owner, { quota: { limit: 1, refill: null } });
    await verify(secret);
    test.clock.advance(400 * dayMs);
    await signInAgain();

    expect((await verify(secret)).code).toBe('USAGE_EXCEEDED');
    const refused = await test.anyone.withKey(secret).get('/me');
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, undefined]);
  });

  it('shows in lists what is left', async () => {
    const { key, secret } = await aKey(company.owner, { quota: { limit: 5, refill: 'month' } });
    expect((await company.owner.get('/keys')).body.data[0].quota).toEqual({
      limit: 5,
      refill: 'month',
      remaining: 5,
    });
    await verify(secret, 2);
    expect((await company.owner.get('/keys')).body.data[0]).toMatchObject({
      id: key.id,
      quota: { remaining: 3 },
    });
    expect((await company.owner.get(`/keys/${key.id}`)).body.quota.remaining).toBe(3);
  });
});

describe('cost', () => {
  it('above what is left is refused, and nothing is spent', async () => {
    const input = { rateLimits: [{ ...minute, limit: 10 }], quota: { limit: 5, refill: null } };
    const { secret } = await aKey(company.owner, input);
    expect(await codes(secret, 3, 3, 11, 2, 1)).toEqual([
      'VALID',
      'USAGE_EXCEEDED',
      'RATE_LIMITED',
      'VALID',
      'USAGE_EXCEEDED',
    ]);
    expect(await left(secret)).toEqual([[5], 0]);
  });

  it('0 only looks: nothing is spent, no window opens, the last use stays, and no limit denies it', async () => {
    const { key, secret } = await aKey(company.owner, {
      rateLimits: [minute],
      quota: { limit: 1, refill: null },
    });
    expect(await codes(secret, 0, 0, 0)).toEqual(['VALID', 'VALID', 'VALID']);
    expect(await verify(secret, 0)).toMatchObject({
      rateLimits: [{ resetsAt: null }],
      quota: { remaining: 1 },
    });
    await test.settle();
    expect((await company.owner.get(`/keys/${key.id}`)).body.lastUsedAt).toBeNull();

    expect(await codes(secret, 1, 0, 1)).toEqual(['VALID', 'VALID', 'USAGE_EXCEEDED']);
  });

  it.each([-1, 0.5, 1_000_001, '1', null])('422 refuses %p', async (cost) => {
    const { secret } = await aKey(company.owner);
    expect(await company.owner.post('/keys/verify', { key: secret, cost })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/cost' }] },
    });
  });
});

describe('Fifty calls at once with one use left', () => {
  const races: [what: string, input: object, denial: string][] = [
    ['window', { rateLimits: [hour, { ...minute, limit: 1 }] }, 'RATE_LIMITED'],
    ['quota', { rateLimits: [hour], quota: { limit: 1, refill: 'day' } }, 'USAGE_EXCEEDED'],
  ];
  const countOf = (found: readonly string[]): Record<string, number> =>
    Object.fromEntries([...new Set(found)].sort().map((one) => [one, found.filter((x) => x === one).length]));

  it.each(races)('let one through a %s by POST /keys/verify', async (_what, input, denial) => {
    const { secret } = await aKey(company.owner, input);
    const answers = await Promise.all(Array.from({ length: 50 }, () => verify(secret)));

    expect(countOf(answers.map(({ code }) => String(code)))).toEqual({ [denial]: 49, VALID: 1 });
    expect((await left(secret))[0][0]).toBe(2);
  });

  it.each(races)('let one through a %s by X-API-Key', async (_what, input, denial) => {
    const { secret } = await aKey(company.owner, input);
    const caller = test.anyone.withKey(secret);
    const answers = await Promise.all(Array.from({ length: 50 }, () => caller.get('/sales_invoices')));

    const refused = `429 ${denial.toLowerCase().replace('_', '-')}`;
    const found = answers.map(({ status, body }) =>
      status === 200 ? '200' : `${status} ${String(body.code)}`,
    );
    expect(countOf(found)).toEqual({ 200: 1, [refused]: 49 });
    expect((await left(secret))[0][0]).toBe(2);
  });

  it('lets all through where there is room for all, from the first call on and after a refill', async () => {
    const input = { rateLimits: [{ ...minute, limit: 30 }], quota: { limit: 60, refill: null } };
    for (let key = 0; key < 3; key += 1) {
      const { secret } = await aKey(company.owner, input);
      for (let window = 0; window < 2; window += 1) {
        const answers = await Promise.all(Array.from({ length: 30 }, () => verify(secret)));
        expect(countOf(answers.map(({ code }) => String(code)))).toEqual({ VALID: 30 });
        test.clock.advance(60 * secondMs);
      }
    }
  });

  it('lets one through when a window is over, too', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [{ ...minute, limit: 1 }] });
    await verify(secret);
    test.clock.advance(60 * secondMs);
    const answers = await Promise.all(Array.from({ length: 50 }, () => verify(secret)));
    expect(countOf(answers.map(({ code }) => String(code)))).toEqual({ RATE_LIMITED: 49, VALID: 1 });
  });
});

describe('Rotation and change', () => {
  it('never double a limit: two secrets of a key share its counters', async () => {
    const input = { rateLimits: [minute], quota: { limit: 3, refill: null } };
    const { key, secret } = await aKey(company.owner, input);
    await verify(secret);
    const rotated = await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 600 });
    const fresh = rotated.body.secret as string;
    expect(rotated.body.key.quota.remaining).toBe(2);
    expect([...(await codes(fresh, 1)), ...(await codes(secret, 1)), ...(await codes(fresh, 1))]).toEqual([
      'VALID',
      'RATE_LIMITED',
      'RATE_LIMITED',
    ]);

    test.clock.advance(60 * secondMs);
    expect([...(await codes(secret, 1)), ...(await codes(fresh, 1))]).toEqual(['VALID', 'USAGE_EXCEEDED']);
  });

  it('count what was used before against a changed limit', async () => {
    const { key, secret } = await aKey(company.owner, { rateLimits: [{ ...minute, limit: 3 }] });
    expect(await codes(secret, 1, 1)).toEqual(['VALID', 'VALID']);
    await company.owner.patch(`/keys/${key.id}`, { rateLimits: [minute] });
    expect((await verify(secret)).code).toBe('RATE_LIMITED');
    await company.owner.patch(`/keys/${key.id}`, { rateLimits: null });
    expect(await verify(secret)).toMatchObject({ valid: true, rateLimits: [], quota: null });
  });

  it('keep keys apart', async () => {
    const [one, other] = [
      await aKey(company.owner, { rateLimits: [{ ...minute, limit: 1 }] }),
      await aKey(company.owner, { rateLimits: [{ ...minute, limit: 1 }] }),
    ];
    expect([...(await codes(one.secret, 1, 1)), ...(await codes(other.secret, 1))]).toEqual([
      'VALID',
      'RATE_LIMITED',
      'VALID',
    ]);
  });
});

describe('Invalid limits', () => {
  it.each([
    ['/rateLimits/0/limit', { rateLimits: [{ ...minute, limit: 0 }] }],
    ['/rateLimits/0/limit', { rateLimits: [{ ...minute, limit: -1 }] }],
    ['/rateLimits/0/limit', { rateLimits: [{ ...minute, limit: 1.5 }] }],
    ['/rateLimits/0/limit', { rateLimits: [{ ...minute, limit: 1e10 }] }],
    ['/rateLimits/0/limit', { rateLimits: [{ ...minute, limit: '2' }] }],
    ['/rateLimits/0/windowSeconds', { rateLimits: [{ ...minute, windowSeconds: 0 }] }],
    ['/rateLimits/0/windowSeconds', { rateLimits: [{ ...minute, windowSeconds: -60 }] }],
    ['/rateLimits/0/windowSeconds', { rateLimits: [{ ...minute, windowSeconds: 0.5 }] }],
    ['/rateLimits/0/windowSeconds', { rateLimits: [{ ...minute, windowSeconds: 1e12 }] }],
    ['/rateLimits/0/name', { rateLimits: [{ ...minute, name: '' }] }],
    ['/rateLimits/0/name', { rateLimits: [{ ...minute, name: 'Per Minute' }] }],
    ['/rateLimits/0/name', { rateLimits: [{ ...minute, name: 'x'.repeat(33) }] }],
    ['/rateLimits/0/per', { rateLimits: [{ ...minute, per: 'minute' }] }],
    ['/rateLimits', { rateLimits: [minute, { ...hour, name: 'minute' }] }],
    ['/rateLimits', { rateLimits: Array.from({ length: 9 }, (_, n) => ({ ...minute, name: `w${n}` })) }],
    ['/quota/limit', { quota: { limit: 0, refill: null } }],
    ['/quota/limit', { quota: { limit: -5, refill: 'day' } }],
    ['/quota/limit', { quota: { limit: 0.1, refill: 'day' } }],
    ['/quota/limit', { quota: { limit: 1e15, refill: 'day' } }],
    ['/quota/refill', { quota: { limit: 1, refill: 'year' } }],
    ['/quota/refill', { quota: { limit: 1 } }],
    ['/quota/remaining', { quota: { limit: 1, refill: null, remaining: 1 } }],
  ])('422 at %s for %j, in a new key and in a changed one', async (pointer, input) => {
    const refusal = { status: 422, body: { errors: [{ pointer }] } };
    expect(await company.owner.post('/keys', { kind: 'company', name: 'Odd', ...input })).toMatchObject(
      refusal,
    );
    const { key } = await aKey(company.owner);
    expect(await company.owner.patch(`/keys/${key.id}`, input)).toMatchObject(refusal);
  });
});
