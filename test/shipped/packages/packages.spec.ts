import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { codeBlocks } from '../../support/documents';
import { freePort } from '../../support/free-port';
import { type Instance } from '../../support/instance';
import { Installation } from '../../support/installation';
import { Webshop } from '../support/webshop';
import { type ModuleSystem, ScratchProject, type Service } from './scratch-project';

const guides = ['docs/guides/express.md', 'docs/guides/fastify.md', 'docs/guides/nestjs.md'];
const systems: readonly ModuleSystem[] = ['module', 'commonjs'];

interface Answer {
  readonly status: number;
  /** Parsed JSON; it is compared. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

/** The services of the guides, as people make them who have only what `npm pack` made. */
describe('the packed packages, installed elsewhere,', () => {
  const project = new ScratchProject();
  const installation = new Installation();
  const services: Service[] = [];
  let database: TestDatabase;
  let settings: Record<string, string>;
  let kunci: Instance;
  let shop: Webshop;

  beforeAll(async () => {
    database = await createTestDatabase('sqlite');
    settings = { ...database.env, KUNCI_MODE: 'development', PORT: String(await freePort()) };
    kunci = await installation.start(settings);
    shop = await Webshop.of(kunci.wire);
    project.install(['@kunci/sdk', '@kunci/nestjs']);
    for (const system of systems) project.compile(system, guides);
    const key = await shop.serviceKey({ product: 'webshop', permissions: ['keys:verify'] });
    const env = { KUNCI_URL: kunci.url, KUNCI_KEY: key };
    for (const system of systems)
      for (const name of ['express', 'fastify', 'nestjs'])
        services.push(await project.start(system, name, env));
  }, 240_000);
  afterAll(async () => {
    await Promise.all(services.map((service) => service.close()));
    await installation.close();
    await database.drop();
    project.remove();
  });

  /** What every service answers to the same request. */
  const ask = (headers: Record<string, string>): Promise<Answer[]> =>
    Promise.all(
      services.map(async ({ address }) => {
        const answer = await fetch(`${address}/orders`, { headers });
        return { status: answer.status, body: await answer.json(), headers: answer.headers };
      }),
    );
  const statuses = async (secret: string): Promise<number[]> =>
    (await ask({ 'x-api-key': secret })).map(({ status }) => status);
  const all = (status: number): number[] => services.map(() => status);

  it.each([
    ['packages/sdk/README.md', 'docs/guides/express.md'],
    ['packages/nestjs/README.md', 'docs/guides/nestjs.md'],
  ])('begin with what runs here: %s', (readme, guide) => {
    const example = codeBlocks(guide).find(({ language }) => language === 'ts')?.text ?? '';

    expect(codeBlocks(readme)[0]?.text).toBe(example);
    expect(example.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(15);
  });

  it('bring their types with them, for both kinds of modules', () => project.checkTypes());

  it.each(['x-api-key', 'authorization'])(
    'let in who has a good key in %s, and say whose it is',
    async (name) => {
      const { secret } = await shop.key({ permissions: ['orders:read'] });
      const answers = await ask({ [name]: name === 'authorization' ? `Bearer ${secret}` : secret });

      expect(answers.map(({ body }) => body)).toEqual(services.map(() => ({ company: 'orbit-bookings' })));
    },
  );

  it('401 challenges who has no key, or a wrong one', async () => {
    for (const [headers, code] of [
      [{}, 'credentials-missing'],
      [{ 'x-api-key': 'kunci_nonsense' }, 'invalid-credentials'],
    ] as const)
      for (const answer of await ask(headers)) {
        expect(answer).toMatchObject({ status: 401, body: { status: 401, code } });
        expect(answer.headers.get('www-authenticate')).toContain('Bearer');
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
  });

  it('400 refuses two keys, and 403 one without the permission, or a test key', async () => {
    const [other, test] = [
      await shop.key({ permissions: ['orders:write'] }),
      await shop.key({ permissions: ['orders:read'], environment: 'test' }),
    ];
    const two = await ask({ 'x-api-key': other.secret, authorization: `Bearer ${other.secret}` });

    expect(two.map(({ status }) => status)).toEqual(all(400));
    expect(await statuses(other.secret)).toEqual(all(403));
    expect(await statuses(test.secret)).toEqual(all(403));
  });

  it('429 says when to come again', async () => {
    const rateLimits = [{ name: 'burst', limit: services.length, windowSeconds: 3_600 }];
    const { secret } = await shop.key({ permissions: ['orders:read'], rateLimits });

    expect(await statuses(secret)).toEqual(all(200));
    for (const { status, body, headers } of await ask({ 'x-api-key': secret })) {
      expect([status, body.code]).toEqual([429, 'rate-limited']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('401 refuses a revoked key at once', async () => {
    const key = await shop.key({ permissions: ['orders:read'] });
    expect(await statuses(key.secret)).toEqual(all(200));

    await shop.revoke(key);

    expect(await statuses(key.secret)).toEqual(all(401));
  });

  it('503 lets nobody in while Kunci is slow, down or starting, and everyone afterwards', async () => {
    const { secret } = await shop.key({ permissions: ['orders:read'] });
    const closed = async (): Promise<void> => {
      for (const { status, body, headers } of await ask({ 'x-api-key': secret })) {
        expect([status, body.code]).toEqual([503, 'unavailable']);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    };
    kunci.freeze();
    await closed();
    kunci.wake();
    expect(await statuses(secret)).toEqual(all(200));

    await kunci.kill();
    await closed();
    const starting = installation.launch(settings);
    await closed();
    kunci = await starting.listening();
    expect(await statuses(secret)).toEqual(all(200));
  });
});
