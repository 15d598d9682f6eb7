import { createClient, isProblem } from '.';

const refusal = {
  type: 'https://keys.example.com/problems/not-found',
  title: 'There is nothing here.',
  status: 404,
  detail: 'There is nothing here.',
  code: 'not-found',
  requestId: '0',
};

/** A client of a server that always answers the same, and what that server was asked. */
function clientOf(status: number, body: object | string) {
  const asked: Request[] = [];
  const fetch = (request: Request): Promise<Response> => {
    asked.push(request);
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
  };
  return { client: createClient({ baseUrl: 'http://kunci.test', fetch }), asked };
}

describe('the client', () => {
  it('sends what it is given to the address of the operation', async () => {
    const { client, asked } = clientOf(200, { key: {}, secret: 'kunci_1' });

    const { data, error } = await client.POST('/api/v1/keys/{id}/rotate', {
      params: { path: { id: 'a/b' } },
      body: { overlapSeconds: 60 },
    });

    expect({ data, error }).toEqual({ data: { key: {}, secret: 'kunci_1' }, error: undefined });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST http://kunci.test/api/v1/keys/a%2Fb/rotate',
    ]);
    await expect(asked[0]?.json()).resolves.toEqual({ overlapSeconds: 60 });
  });

  it('hands a refusal back as a problem, instead of throwing it', async () => {
    const { client } = clientOf(404, refusal);

    const { data, error } = await client.GET('/api/v1/keys/{id}', { params: { path: { id: '1' } } });

    expect(data).toBeUndefined();
    expect(isProblem(error)).toBe(true);
    // By its type alone this compiles only where the refusals of the document are problems.
    expect(error?.code).toBe('not-found');
  });

  it('tells a problem from what stands between it and the server', async () => {
    const { client } = clientOf(502, '<h1>Bad gateway</h1>');

    const { error } = await client.GET('/api/v1/company');

    expect(isProblem(error)).toBe(false);
    expect([null, {}, { code: 1, status: 404, detail: '' }].map(isProblem)).toEqual([false, false, false]);
  });
});
