import { aCompany, startApp, type TestApp } from '../support';

describe('GET /metrics', () => {
  let test: TestApp;

  afterEach(() => test.close());

  it('404 unless the platform opens it', async () => {
    test = await startApp();

    expect((await test.anyone.get('/metrics')).status).toBe(404);
  });

  it('200 counts requests by route and status, without what anyone typed', async () => {
    test = await startApp({ env: { METRICS: 'open' } });
    const { owner } = await aCompany(test);
    await owner.get('/keys/canary-in-the-path?q=canary');

    const { status, body, headers } = await test.anyone.get('/metrics');

    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/keys\/:id",status="404"\} 1/,
    );
    expect(body).not.toContain('canary');
  });
});
