import { WireOwner } from '../support/company-by-wire';
import { Installation } from '../support/installation';
import { type Instance } from '../support/instance';
import { operatorByWire } from '../support/operator-by-wire';
import { anOwnServer, type OwnServer } from '../support/own-server';
import { Wire, type WireAnswer } from '../support/wire';

/** By then an instance that hears of nothing gives up what it has cached. */
const leaseMs = 5_000;
const actions = Array.from({ length: 12 }, (_, at) => `act-${at}`);
const nameOf = (action: string): string => `orders:${action}`;

describe('an instance that is killed between the removal of a permission and its receipt', () => {
  let server: OwnServer;
  let env: Readonly<Record<string, string>>;
  const installation = new Installation();
  let doomed: Instance;
  let near: Wire;
  let far: Wire;
  let operator: Readonly<Record<string, string>>;
  let secret: string;

  beforeAll(async () => {
    server = await anOwnServer({ durable: true });
    env = { DATABASE_URL: await server.database() };
    doomed = await installation.start(env);
    const other = await installation.start(env);
    near = new Wire(() => doomed.url);
    far = new Wire(() => other.url);
    operator = await operatorByWire(installation, env, far);
    secret = await aKeyForEverything();
  });
  afterAll(async () => {
    near.close();
    far.close();
    await installation.close();
    await server.close();
  });

  async function aKeyForEverything(): Promise<string> {
    const permissions = defined(actions);
    const product = { code: 'orders', name: 'Orders', permissions, grants: [], enabledByDefault: true };
    expect((await far.post('/platform/products', product, operator)).status).toBe(201);
    const owner = await WireOwner.of(far);
    const companies = await far.get('/platform/companies', operator);
    const { id, revision } = companies.body.data[0];
    await far.post(`/platform/companies/${id}/approve`, { revision }, operator);
    return (await owner.key()).secret;
  }

  const defined = (some: readonly string[]) =>
    some.map((action) => ({ name: nameOf(action), label: action }));
  const remove = (left: readonly string[]): Promise<WireAnswer> =>
    near.send('PATCH', '/platform/products/orders?force=true', { permissions: defined(left) }, operator);
  const verify = async (wire: Wire, action: string): Promise<string> => {
    const question = { key: secret, permission: nameOf(action) };
    const { status, body } = await wire.post('/keys/verify', question, { 'x-api-key': secret });
    return status === 200 ? body.code : `${status}`;
  };
  const isDefined = async (action: string): Promise<boolean> => {
    const { body } = await far.get('/platform/products', operator);
    return JSON.stringify(body).includes(`"${nameOf(action)}"`);
  };

  /** Kills the instance as soon as the removal is there for others to read. @returns whether its receipt had not left yet. */
  async function removeAndKill(action: string, left: readonly string[]): Promise<boolean> {
    const answer = remove(left);
    while (await isDefined(action));
    await doomed.kill();
    return (await answer).status === null;
  }

  it('leaves nobody with the permission: the others refuse it in time, and so does the one that starts again', async () => {
    const left = [...actions];
    let wasCut = false;
    while (!wasCut) {
      const action = left.pop();
      if (action === undefined) throw new Error('Each receipt left before its instance was killed');
      expect(await verify(near, action)).toBe('VALID');
      expect(await verify(far, action)).toBe('VALID');
      wasCut = await removeAndKill(action, left);
      await new Promise((resolve) => setTimeout(resolve, leaseMs));
      expect(await verify(far, action)).toBe('INSUFFICIENT_PERMISSION');
      doomed = await installation.start(env);
      expect(await verify(near, action)).toBe('INSUFFICIENT_PERMISSION');
    }
    expect(await verify(far, left[0] ?? '')).toBe('VALID');
  });

  it('leaves an intact event log, which names what was removed', async () => {
    expect(await installation.run('verify-log', env)).toContain('The event log is intact');
  });
});
