import { aCompany, aKey, startApp, type TestApp } from '../support';

describe('GET /metrics', () => {
  let test: TestApp;

  afterEach(() => test.close());

  it('404 unless the platform opens it', async () => {
    test = await startApp();

    expect((await test.anyone.get('/metrics')).status).toBe(404);
  });

  it('401 without the token, where there is one', async () => {
    const token = 'a-token-of-the-monitor-0123456789';
    test = await startApp({ env: { METRICS_TOKEN: token } });
    const readWith = async (authorization: string) =>
      (await test.anyone.with({ authorization }).get('/metrics')).status;

    expect(await readWith(`Bearer ${token}`)).toBe(200);
    for (const wrong of [`Bearer ${token}x`, `bearer ${token.slice(1)}`, token, 'Bearer '])
      expect(await readWith(wrong)).toBe(401);
    expect((await test.anyone.get('/metrics')).headers['www-authenticate']).toContain('Bearer');
  });

  it('200 counts verdicts by outcome and by how the key came, and what is asked of the database', async () => {
    test = await startApp({ env: { METRICS: 'open' } });
    const { owner } = await aCompany(test);
    const made = await aKey(owner);
    for (let use = 0; use < 2; use += 1) await test.anyone.withKey(made.secret).get('/core/api/v1/me');
    await test.anyone.withKey(`${made.secret.slice(0, -1)}!`).get('/core/api/v1/me');

    const { body } = await test.anyone.get('/metrics');
    expect(body).toContain('kunci_verifications_total{outcome="VALID",path="request"} 2');
    expect(body).toContain('kunci_verifications_total{outcome="NOT_FOUND",path="request"} 1');
    expect(body).toContain('kunci_key_cache_lookups_total{result="hit"} 1');
    expect(body).toMatch(/kunci_database_statements_total\{side="write"\} [1-9]/);
    expect(body).toContain('kunci_heartbeat_age_seconds');
    expect(body).toContain('process_start_time_seconds');
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
