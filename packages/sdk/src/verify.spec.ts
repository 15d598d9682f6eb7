import { createKunci, KunciProblem, KunciUnavailable } from '.';

const company = { id: '2', name: 'Orbit', slug: 'orbit' };
const key = {
  ...{ id: '1', kind: 'company', environment: 'live', name: null, product: null, owner: null },
  expiresAt: null as string | null,
};
const valid = { valid: true, code: 'VALID', key, company, permissions: ['orders:read'] };
const start = Date.UTC(2026, 0, 1);

/** Kunci, as it answers until it is told another answer; undefined is an outage. */
function setUp(maxStaleMs: number) {
  const state: { answer: object | undefined; status: number; now: number } = {
    ...{ answer: valid, status: 200, now: start },
  };
  const asked: Promise<unknown>[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(request.json());
    if (state.answer === undefined) throw new TypeError('refused');
    return Response.json(state.answer, { status: state.status });
  };
  const clock = { now: () => state.now };
  const options = { url: 'http://kunci.test', maxRetries: 0, maxStaleMs, clock, fetch };
  return { kunci: createKunci({ ...options, product: 'webshop' }), state, asked };
}

describe('a verdict', () => {
  it('is that of Kunci, with what the options ask besides', async () => {
    const { kunci, asked } = setUp(0);

    await expect(kunci.verify('k', { permission: 'orders:read' })).resolves.toMatchObject({
      ...{ valid: true, company, isStale: false, unknown: [] },
    });
    await expect(asked[0]).resolves.toEqual({ key: 'k', permission: 'orders:read', product: 'webshop' });
  });

  it('has the defaults of the options where a part of the question is undefined', async () => {
    const { kunci, asked } = setUp(0);
    await kunci.verify('k', { product: undefined, permission: undefined });

    await expect(asked[0]).resolves.toEqual({ key: 'k', product: 'webshop' });
  });

  it.each([
    ['a denial', { valid: false, code: 'NOT_FOUND' }, { valid: false, code: 'NOT_FOUND' }],
    ['one of a newer Kunci', { valid: false, code: 'toString' }, { valid: false, code: 'OTHER' }],
    ['one with the key', { ...valid, valid: false, code: 'NEW' }, { valid: false, code: 'OTHER' }],
  ])('is read from %s', async (_what, answer, verdict) => {
    const { kunci, state } = setUp(0);
    state.answer = answer;

    await expect(kunci.verify('k')).resolves.toMatchObject(verdict);
  });

  it.each([
    ['contradicts itself', { ...valid, code: 'REVOKED' }],
    ['does not say whose the key is', { valid: true, code: 'VALID' }],
    ['has no key', { ...valid, key: null }],
    ['has no company', { ...valid, company: null }],
    ['has no list of permissions', { ...valid, permissions: 'orders:read' }],
    ['is something else', { status: 'fine' }],
    ['is no object', []],
  ])('is not what %s', async (_what, answer) => {
    const { kunci, state } = setUp(0);
    state.answer = answer;

    await expect(kunci.verify('k')).rejects.toThrow(KunciUnavailable);
  });

  it('is missing where the question is refused, and that is no outage', async () => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k');
    Object.assign(state, {
      status: 401,
      answer: { code: 'revoked', status: 401, detail: 'Revoked.', requestId: 'r' },
    });

    await expect(kunci.verify('k')).rejects.toThrow(KunciProblem);
  });
});

describe('in an outage', () => {
  it('nobody has a verdict, unless maxStaleMs says so', async () => {
    const { kunci, state } = setUp(0);
    await kunci.verify('k');
    state.answer = undefined;

    await expect(kunci.verify('k')).rejects.toThrow(KunciUnavailable);
  });

  it('the last good verdict counts for maxStaleMs, for the same question', async () => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k', { permission: 'orders:read' });
    state.answer = undefined;
    state.now += 59_999;

    await expect(kunci.verify('k', { permission: 'orders:read', cost: 2 })).resolves.toMatchObject({
      ...{ valid: true, isStale: true },
    });
    await expect(kunci.verify('k', { permission: 'orders:write' })).rejects.toThrow(KunciUnavailable);
    await expect(kunci.verify('other', { permission: 'orders:read' })).rejects.toThrow(KunciUnavailable);
    state.now += 2;
    await expect(kunci.verify('k', { permission: 'orders:read' })).rejects.toThrow(KunciUnavailable);
  });

  it('it does not count beyond the end of its key', async () => {
    const { kunci, state } = setUp(60_000);
    state.answer = { ...valid, key: { ...key, expiresAt: new Date(start + 1_000).toISOString() } };
    await kunci.verify('k');
    state.answer = undefined;
    state.now += 1_001;

    await expect(kunci.verify('k')).rejects.toThrow(KunciUnavailable);
  });

  it('it does not count once the key was refused', async () => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k');
    state.answer = { ...valid, valid: false, code: 'REVOKED' };
    await expect(kunci.verify('k')).resolves.toMatchObject({ code: 'REVOKED' });
    state.answer = undefined;

    await expect(kunci.verify('k')).rejects.toThrow(KunciUnavailable);
  });

  it.each([
    ['a limit of our own key', 429, { code: 'rate-limited', status: 429, detail: 'No.', requestId: 'r' }],
    ['the page of a proxy', 403, { error: 'blocked' }],
    ['a redirect', 307, {}],
    ['a fault of Kunci', 500, { code: 'internal', status: 500, detail: 'No.', requestId: 'r' }],
    ['what is no verdict', 200, { status: 'fine' }],
  ])('does not begin with %s', async (_what, status, answer) => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k');
    Object.assign(state, { status, answer });

    await expect(kunci.verify('k')).rejects.toThrow(KunciUnavailable);
  });

  it.each([502, 503, 504])('begins with %i', async (status) => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k');
    Object.assign(state, { status, answer: { error: 'no server' } });

    await expect(kunci.verify('k')).resolves.toMatchObject({ valid: true, isStale: true });
  });

  it.each([
    ...['REVOKED', 'EXPIRED', 'DISABLED', 'NOT_FOUND', 'OWNER_INACTIVE'],
    ...['COMPANY_SUSPENDED', 'PRODUCT_DISABLED', 'SIGN_IN_NOT_GRANTED', 'A_NEW_ONE'],
  ])('nothing of a key counts after %s', async (code) => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k', { permission: 'orders:read' });
    await kunci.verify('k', { permission: 'orders:write' });
    state.answer = { ...valid, valid: false, code };
    await kunci.verify('k', { permission: 'orders:read' });
    state.answer = undefined;

    await expect(kunci.verify('k', { permission: 'orders:write' })).rejects.toThrow(KunciUnavailable);
  });

  it.each(['INSUFFICIENT_PERMISSION', 'RATE_LIMITED'])('other questions count after %s', async (code) => {
    const { kunci, state } = setUp(60_000);
    await kunci.verify('k', { permission: 'orders:read' });
    await kunci.verify('k', { permission: 'orders:write' });
    state.answer = { ...valid, valid: false, code };
    await kunci.verify('k', { permission: 'orders:write' });
    state.answer = undefined;

    await expect(kunci.verify('k', { permission: 'orders:write' })).rejects.toThrow(KunciUnavailable);
    await expect(kunci.verify('k', { permission: 'orders:read' })).resolves.toMatchObject({ isStale: true });
  });
});
