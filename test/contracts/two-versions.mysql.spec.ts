import { randomBytes } from 'node:crypto';
import { buildFormerVersion, type FormerVersion } from '../support/former-version';
import { verified, type WireKey, WireOwner } from '../support/company-by-wire';
import { Installation } from '../support/installation';
import { type Instance } from '../support/instance';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/*
 * Instances are replaced one after the other, so for a while the former version and this one run on one database. The former
 * began on it, and this one has migrated it.
 */

describe('version 0.1.0 and this one, on one database,', () => {
  let former: FormerVersion;
  let database: TestDatabase;
  let installation: Installation;
  let before: Instance;
  let now: Instance;
  let ownerBefore: WireOwner;
  let keyBefore: WireKey;

  beforeAll(async () => {
    former = buildFormerVersion();
    database = await createTestDatabase();
    installation = new Installation();
    before = await launch(former.main);
    ownerBefore = await WireOwner.of(before.wire);
    keyBefore = await ownerBefore.key();
    now = await launch();
  }, 240_000);
  afterAll(async () => {
    await installation.close();
    await database.drop();
    former.remove();
  });

  const launch = (program?: string): Promise<Instance> =>
    installation.launch(database.env, [], program).listening();
  const statuses = async (key: WireKey): Promise<(number | null)[]> =>
    Promise.all([before, now].map(async ({ wire }) => (await verified(wire, key)).status));

  it('open a key that was made before there was another version', async () => {
    expect(await statuses(keyBefore)).toEqual([200, 200]);
  });

  it('open the keys and know the people of a company that signed up with either', async () => {
    for (const { wire } of [before, now]) {
      const owner = await WireOwner.of(wire);

      expect(await statuses(await owner.key())).toEqual([200, 200]);
      for (const other of [before, now])
        expect((await other.wire.get('/users', owner.headers)).body.data).toMatchObject([
          { status: 'active' },
        ]);
    }
  });

  it('refuse a key as soon as the receipt says so, whichever of them revoked it', async () => {
    for (const { wire } of [before, now]) {
      const owner = await WireOwner.of(wire);
      const key = await owner.key();
      expect(await statuses(key)).toEqual([200, 200]);

      const receipt = await owner.revoke(key);

      expect(receipt.effectiveEverywhere).toBe(true);
      expect(await statuses(key)).toEqual([401, 401]);
    }
  });

  it('rotate a key that the other made', async () => {
    const owner = await WireOwner.of(before.wire);
    const key = await owner.key();
    const { body } = await now.wire.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 }, owner.headers);

    expect(await statuses(key)).toEqual([401, 401]);
    expect(await statuses({ id: key.id, secret: body.secret })).toEqual([200, 200]);
  });

  it('keep to themselves whom they invited: the former version writes nothing that this one would misread', async () => {
    const { body: roles } = await ownerBefore.get('/roles');
    const invite = (wire: Instance['wire']) => {
      const username = `invited-${randomBytes(4).toString('hex')}@example.test`;
      return wire.post('/users', { username, roles: [roles.data[0].id] }, ownerBefore.headers);
    };
    const countUsers = async (): Promise<number> =>
      (await before.wire.get('/users', ownerBefore.headers)).body.data.length;
    const count = await countUsers();

    expect((await invite(before.wire)).status).toBe(500);
    const { status, body } = await invite(now.wire);
    expect(status).toBe(201);
    expect(await countUsers()).toBe(count);
    const redemption = { token: body.invitation.token, password: 'correct horse battery' };
    expect((await before.wire.post('/invitations/redeem', redemption)).status).toBe(500);
    expect((await now.wire.post('/invitations/redeem', redemption)).status).toBe(200);
    expect(await countUsers()).toBe(count + 1);
  });

  it('start again, and find the event log intact', async () => {
    await before.stop();
    before = await launch(former.main);

    expect(await statuses(keyBefore)).toEqual([200, 200]);
    expect(await installation.run('verify-log', database.env)).toContain('The event log is intact');
  });
});
