import { dayMs } from '../../src/platform';
import { aCompany, aKey, type Client, startApp, type TestApp } from '../support';

describe('the header Kunci-Key-Expires', () => {
  let test: TestApp;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp();
    ({ owner } = await aCompany(test));
  });
  afterAll(() => test.close());

  const inDays = (days: number): string => new Date(test.clock.now().getTime() + days * dayMs).toISOString();
  const told = async (secret: string, path = '/core/api/v1/sales_invoices'): Promise<unknown> =>
    (await test.anyone.withKey(secret).get(path)).headers['kunci-key-expires'];

  it('200 tells in the last 14 days when the key expires, on every path', async () => {
    const expiresAt = inDays(14);
    const { secret } = await aKey(owner, { expiresAt });

    for (const path of ['/core/api/v1/sales_invoices', '/sales_invoices', '/me'])
      expect(await told(secret, path)).toBe(expiresAt);
  });

  it('200 tells nothing before, nor of a key that does not expire', async () => {
    const [early, endless] = [await aKey(owner, { expiresAt: inDays(15) }), await aKey(owner)];

    expect([await told(early.secret), await told(endless.secret)]).toEqual([undefined, undefined]);
  });

  it('200 stands beside the headers of limits', async () => {
    const rateLimits = [{ name: 'burst', limit: 9, windowSeconds: 60 }];
    const { secret } = await aKey(owner, { expiresAt: inDays(1), rateLimits });

    const { headers } = await test.anyone.withKey(secret).get('/me');
    expect(headers).toMatchObject({ 'kunci-key-expires': inDays(1), ratelimit: '"burst";r=8;t=60' });
  });

  it('200 tells the old secret of a rotated key when its overlap ends, and the new one nothing', async () => {
    const { key, secret: old } = await aKey(owner);
    const { secret } = (await owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 86_400 })).body;

    expect([await told(old), await told(secret)]).toEqual([inDays(1), undefined]);
  });
});
