import { WordIndex } from '../../src/api-keys/upkeep';
import { wordsOf, wordsOfAll } from '../../src/api-keys/lists/name-words';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { queryRows, runStatement } from '../support/tables';

describe('the words of keys', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const indexed = async (keyId: string): Promise<string[]> => {
    const rows = await queryRows(test, 'SELECT word FROM key_words WHERE key_id = ?', [keyId]);
    return rows.map(({ word }) => String(word)).sort();
  };
  const due = async (): Promise<number> => {
    const rows = await queryRows(test, 'SELECT id FROM api_keys WHERE words_due = 1');
    return rows.length;
  };
  /** As a former version does, which knows nothing of words. */
  const renameFormerly = (keyId: string, name: string | null): Promise<void> =>
    runStatement(
      test,
      `UPDATE api_keys SET name = ${name === null ? 'NULL' : `'${name}'`} WHERE id = '${keyId}'`,
    );

  it('are indexed with the key, and with its new name', async () => {
    const { key } = await aKey(company.owner, { name: 'Toko Melati' });
    expect(await indexed(key.id)).toEqual(wordsOf('Toko Melati').sort());

    await company.owner.patch(`/keys/${key.id}`, { name: 'Warung Éva' });
    expect(await indexed(key.id)).toEqual(['eva', 'warung eva']);
    expect(await due()).toBe(0);
  });

  it('stay as they are while the name does', async () => {
    const { key } = await aKey(company.owner, { name: 'Toko Melati' });
    await company.owner.patch(`/keys/${key.id}`, { allowedAddresses: ['10.0.0.1'] });
    await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });
    await company.owner.post(`/keys/${key.id}/revoke`);

    expect(await indexed(key.id)).toEqual(['melati', 'toko melati']);
  });

  it('are those of the name, the description and the owner, whoever indexes them', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { client, username } = await company.member('member', 'api-key-generate');
    const input = { kind: 'personal', name: 'Toko', description: 'Kasir Melati' };
    const { key } = await aKey(client, input);
    const all = wordsOfAll(['Toko', 'Kasir Melati', username]).sort();
    expect(await indexed(key.id)).toEqual(all);

    await runStatement(test, `DELETE FROM key_words WHERE key_id = '${key.id}'`);
    await runStatement(test, `UPDATE api_keys SET words_of = '' WHERE id = '${key.id}'`);
    await test.app.get(WordIndex).batch();
    expect(await indexed(key.id)).toEqual(all);
    expect(await due()).toBe(0);
  });

  it('are indexed in the background where a former version wrote the name', async () => {
    const [renamed, unnamed, made] = await Promise.all(
      ['Renamed', 'Unnamed', 'Made'].map(async (name) => (await aKey(company.owner, { name })).key.id),
    );
    await renameFormerly(renamed ?? '', 'Another name');
    await renameFormerly(unnamed ?? '', null);
    await runStatement(test, `DELETE FROM key_words WHERE key_id = '${made}'`);
    await runStatement(test, `UPDATE api_keys SET words_of = NULL WHERE id = '${made}'`);
    expect(await due()).toBe(3);

    const index = test.app.get(WordIndex);
    expect([await index.batch(2), await index.batch(2), await index.batch(2)]).toEqual([2, 1, 0]);

    expect(await due()).toBe(0);
    expect(await indexed(renamed ?? '')).toEqual(['another name', 'name']);
    expect(await indexed(unnamed ?? '')).toEqual([]);
    expect(await indexed(made ?? '')).toEqual(['made']);
  });
});
