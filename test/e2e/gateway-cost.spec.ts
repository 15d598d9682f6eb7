import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { anOperator } from '../support/operators';

let test: TestApp;
let company: TestCompany;
let gateway: string;

beforeAll(async () => {
  test = await startApp({ env: { GATEWAY_LISTEN: '0' } });
  company = await aCompany(test);
  const operator = await anOperator(test);
  const made = await operator.client.post('/platform/service-keys', {
    name: 'Edge',
    gateway: { audiences: ['https://api.example.com'] },
  });
  gateway = made.body.secret;
});
afterAll(() => test.close());

/** With the key of a gateway, on the listener for gateways, or with no proof at all. */
const ways = ['key', 'listener', 'nothing'] as const;

async function ask(way: (typeof ways)[number], query: string, secret: string) {
  const main = test.app.getHttpAdapter().getInstance();
  const server = way === 'listener' ? test.gateways?.fastify : main;
  const proof: Record<string, string> = way === 'key' ? { 'kunci-gateway': gateway } : {};
  const headers = { 'x-api-key': secret, ...proof };
  const answer = await server?.inject({ method: 'GET', url: `/gateway/check${query}`, headers });
  return { status: answer?.statusCode, reason: answer?.headers['kunci-reason'] };
}

const aLimitedKey = (quota = 10) => aKey(company.owner, { quota: { limit: quota, refill: null } });

async function leftOf({ key }: { key: { id: string } }): Promise<number> {
  return (await company.owner.get(`/keys/${key.id}`)).body.quota.remaining;
}

describe('what a use costs', () => {
  it.each(['key', 'listener'] as const)('is what a gateway says that proves itself: %s', async (way) => {
    const made = await aLimitedKey();

    expect((await ask(way, '?cost=5', made.secret)).status).toBe(200);
    expect((await ask(way, '', made.secret)).status).toBe(200);
    expect(await leftOf(made)).toBe(4);
    expect(await ask(way, '?cost=5', made.secret)).toEqual({ status: 429, reason: 'usage-exceeded' });
    expect(await leftOf(made)).toBe(4);
  });

  it.each(['key', 'listener'] as const)('is nothing where a gateway only looks: %s', async (way) => {
    const made = await aLimitedKey(1);
    await ask(way, '', made.secret);

    expect((await ask(way, '?cost=0', made.secret)).status).toBe(200);
    expect(await leftOf(made)).toBe(0);
  });

  it('403 is for nobody else to say, and nothing is spent', async () => {
    const made = await aLimitedKey();
    for (const cost of ['0', '1', '5'])
      for (const deny of ['', '&deny=nginx'])
        expect(await ask('nothing', `?cost=${cost}${deny}`, made.secret)).toEqual({
          status: 403,
          reason: 'gateway-refused',
        });
    expect(await leftOf(made)).toBe(10);
  });

  it.each(['', '-1', '1.5', '1e3', '01', 'x', '1000001', '1&cost=2'])(
    '400 cannot be read: cost=%s',
    async (cost) => {
      const { secret } = await aLimitedKey();
      for (const way of ways) {
        expect((await ask(way, `?cost=${cost}`, secret)).status).toBe(400);
        expect((await ask(way, `?deny=nginx&cost=${cost}`, secret)).status).toBe(403);
      }
    },
  );
});
