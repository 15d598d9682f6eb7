import { startApp, type TestApp } from '../support';

describe('the address of a route', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it.each(['/api/v1/sign-up/', '/api/v1/sign-up/?x=1', '/api/v1/sign-up'])(
    '200 at %s: one slash at its end is no other address',
    async (path) => {
      expect((await test.anyone.get(path)).status).toBe(200);
    },
  );

  it('401 with the challenge of its kind under /core, with a slash, too', async () => {
    const { status, headers } = await test.anyone.get('/core/api/v1/me/');

    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('Basic');
  });

  it('405 with the methods of the address, whether it ends with a slash or not', async () => {
    for (const path of ['/api/v1/sign-up', '/api/v1/sign-up/'])
      expect(await test.anyone.put(path)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('404 for DELETE with a slash at its end, where an id may have been left out', async () => {
    expect((await test.anyone.delete('/api/v1/sign-up/')).status).toBe(404);
  });

  it('404 with two slashes at its end', async () => {
    expect((await test.anyone.get('/api/v1/sign-up//')).status).toBe(404);
  });
});

describe('a request that is part of a trace', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('is told its trace when it is refused', async () => {
    const traced = test.anyone.with({ traceparent: `00-${trace}-00f067aa0ba902b7-01` });

    expect((await traced.get('/me')).body).toMatchObject({ status: 401, traceId: trace });
  });

  it('is told none when what it sent is no trace', async () => {
    const { body } = await test.anyone.with({ traceparent: `${trace}; <script>` }).get('/me');

    expect(body).not.toHaveProperty('traceId');
  });
});
