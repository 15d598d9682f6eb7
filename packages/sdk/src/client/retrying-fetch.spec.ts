import { createKunci, KunciProblem, KunciUnavailable, orThrow } from '..';

const problem = (code: string, status: number) => ({
  ...{ type: `https://kunci.test/problems/${code}`, title: 'No.', detail: 'No.', requestId: 'r' },
  ...{ code, status, traceId: 't' },
});

/** A client of a server that answers with these, one after the other, and what that server was asked. */
function clientOf(...answers: (Response | Error)[]) {
  const asked: Request[] = [];
  const fetch = (request: Request): Promise<Response> => {
    asked.push(request);
    const answer = answers.shift() ?? new Error('Nothing is left to answer.');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { kunci: createKunci({ url: 'http://kunci.test', key: 'own', fetch }), asked };
}

const busy = (retryAfter: string): Response =>
  Response.json(problem('unavailable', 503), { status: 503, headers: { 'retry-after': retryAfter } });

describe('a call of the API', () => {
  it('is repeated after 503, with the own key each time', async () => {
    const { kunci, asked } = clientOf(busy('0'), new TypeError('reset'), Response.json({ id: '1' }));

    await expect(orThrow(kunci.api.GET('/api/v1/company'))).resolves.toEqual({ id: '1' });
    expect(asked.map(({ headers }) => headers.get('x-api-key'))).toEqual(['own', 'own', 'own']);
  });

  it('is given up at once where Retry-After is beyond the time that is left', async () => {
    const { kunci, asked } = clientOf(busy('3600'));
    const fault = await orThrow(kunci.api.GET('/api/v1/company')).catch((thrown: unknown) => thrown);

    expect(fault).toBeInstanceOf(KunciUnavailable);
    expect(fault).toMatchObject({ retryAfterSeconds: 3600, cause: { code: 'unavailable', traceId: 't' } });
    expect(asked).toHaveLength(1);
  });

  it('is repeated with the same Idempotency-Key and body where POST takes one', async () => {
    const { kunci, asked } = clientOf(busy('0'), Response.json({}));
    await kunci.api.POST('/api/v1/keys', { body: { kind: 'company' } });
    const [first, second] = asked.map(({ headers }) => headers.get('idempotency-key'));

    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    await expect(asked[1]?.json()).resolves.toEqual({ kind: 'company' });
  });

  it('is not repeated where it could be carried out twice', async () => {
    const { kunci, asked } = clientOf(busy('0'));
    await kunci.api.POST('/api/v1/keys/{id}/revoke', { params: { path: { id: '1' } }, body: {} });

    expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual([null]);
  });

  it('throws a refusal as what it is, and the page of a proxy as no answer', async () => {
    const { kunci } = clientOf(
      Response.json(problem('not-found', 404), { status: 404 }),
      new Response('<h1>Not here</h1>', { status: 404 }),
    );
    const call = () => orThrow(kunci.api.GET('/api/v1/company')).catch((thrown: unknown) => thrown);

    const refused = await call();
    expect(refused).toBeInstanceOf(KunciProblem);
    expect(refused).toMatchObject({ code: 'not-found', status: 404, traceId: 't' });
    expect(await call()).toBeInstanceOf(KunciUnavailable);
  });

  it('ends with the reason of the caller’s signal', async () => {
    const { kunci } = clientOf(new TypeError('aborted'));
    const signal = AbortSignal.abort(new Error('enough'));

    await expect(kunci.api.GET('/api/v1/company', { signal })).rejects.toThrow('enough');
  });

  it.each([307, 302])('follows no redirect of %i, which would take the keys elsewhere', async (status) => {
    const { kunci, asked } = clientOf(
      new Response(null, { status, headers: { location: 'http://elsewhere.test/' } }),
    );
    const fault = await kunci.verify('k').catch((thrown: unknown) => thrown);

    expect(fault).toBeInstanceOf(KunciUnavailable);
    expect(fault).toMatchObject({ isUnreachable: false });
    expect(asked.map(({ redirect }) => redirect)).toEqual(['manual']);
  });

  it('takes an answer without a body as it is', async () => {
    const { kunci } = clientOf(new Response(null, { status: 204 }));

    await expect(orThrow(kunci.api.GET('/api/v1/company'))).resolves.toBeUndefined();
  });
});

describe('the deadline of a call', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const endless = (): Response =>
    new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) }));

  // As the platform's own is once its link to the signal of the request was collected.
  it.each([
    ['that never answers', () => new Promise<Response>(() => undefined)],
    ['whose body never ends', () => Promise.resolve(endless())],
  ])('holds for what listens to no signal, and %s', async (_what, fetch) => {
    const kunci = createKunci({ url: 'http://kunci.test', verifyTimeoutMs: 2_000, fetch });
    const fault = kunci.verify('k').catch((thrown: unknown) => thrown);
    await jest.advanceTimersByTimeAsync(2_000);

    const late = 'Kunci did not answer within 2000 ms: POST http://kunci.test/api/v1/keys/verify';
    await expect(fault).resolves.toMatchObject({ message: late, isUnreachable: true });
    await expect(fault).resolves.toBeInstanceOf(KunciUnavailable);
  });

  it('ends what is sent by a signal that nothing else holds', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch = (_request: Request, { signal }: RequestInit) => {
      signals.push(signal);
      return new Promise<Response>(() => undefined);
    };
    const kunci = createKunci({ url: 'http://kunci.test', verifyTimeoutMs: 2_000, fetch });
    const fault = kunci.verify('k').catch((thrown: unknown) => thrown);
    await jest.advanceTimersByTimeAsync(2_000);
    await fault;

    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is earlier where the caller gives up', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const kunci = createKunci({ url: 'http://kunci.test', fetch });
    const caller = new AbortController();
    const call = kunci.verify('k', { signal: caller.signal });
    caller.abort(new Error('enough'));

    await expect(call).rejects.toThrow('enough');
    expect(jest.getTimerCount()).toBe(0);
  });
});
