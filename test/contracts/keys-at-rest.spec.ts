import { digestKey } from '../../libs/api-key';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { queryRows, type Row } from '../support/tables';

describe('a key at rest', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
  });
  afterAll(() => test.close());

  const rowOf = async (id: string): Promise<Row> => {
    const [row] = await queryRows(test, 'SELECT * FROM key_secrets WHERE key_id = ?', [id]);
    if (row === undefined) throw new Error(`The key ${id} has no secret.`);
    return row;
  };
  it('is a digest that only the pepper makes of its text', async () => {
    const { key, secret } = await aKey(company.owner);
    const [pepper] = test.config.secrets.peppers;

    const { digest, pepper_version: version } = await rowOf(key.id);
    expect(version).toBe(pepper?.version);
    expect(digest).toEqual(digestKey(secret, pepper?.bytes ?? Buffer.alloc(32)));
  });

  it('has no envelope where the policy shows it once', async () => {
    const other = await aCompany(test);
    const { key } = await aKey(other.owner);

    expect(await rowOf(key.id)).toMatchObject({ ciphertext: null, wrapped_key: null, kek_version: null });
    expect(await other.owner.post(`/keys/${key.id}/reveal`)).toMatchObject({
      status: 409,
      body: { code: 'not-recoverable' },
    });
  });

  it('409 loses its data key when it is revoked, so what was sealed cannot be opened again', async () => {
    const { key } = await aKey(company.owner);
    expect((await rowOf(key.id))['wrapped_key']).toBeInstanceOf(Buffer);

    await company.owner.post(`/keys/${key.id}/revoke`);
    expect(await rowOf(key.id)).toMatchObject({ wrapped_key: null });
    expect(await company.owner.post(`/keys/${key.id}/reveal`)).toMatchObject({
      status: 409,
      body: { code: 'not-recoverable' },
    });
  });

  it('does not open under the name of another key, and no event says that it was shown', async () => {
    const [mine, copied] = [await aKey(company.owner), await aKey(company.owner)];
    const { ciphertext, wrapped_key: wrappedKey } = await rowOf(copied.key.id);
    await test.app
      .get(UnitOfWork)
      .run((tx) =>
        managerOf(tx).query('UPDATE key_secrets SET ciphertext = ?, wrapped_key = ? WHERE key_id = ?', [
          ciphertext,
          wrappedKey,
          mine.key.id,
        ]),
      );

    const answer = await company.owner.post(`/keys/${mine.key.id}/reveal`);
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer.body)).not.toContain(copied.secret);
    const events = await company.owner.get(`/events?target=${mine.key.id}`);
    expect(events.body).toMatchObject({ data: [{ type: 'key.generated' }] });
    expect((await company.owner.post(`/keys/${copied.key.id}/reveal`)).body).toEqual({
      secret: copied.secret,
    });
  });
});
