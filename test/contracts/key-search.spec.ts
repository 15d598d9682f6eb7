import fc from 'fast-check';
import { WordIndex } from '../../src/api-keys/upkeep';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';
import { runStatement } from '../support/tables';

const parts = [
  'Toko',
  'toko',
  'École',
  'ＷＡＲＵＮＧ',
  'Rumah',
  'مفتاح',
  'الدفع',
  'Straße',
  '東京',
  '🚀',
  "D'Angelo",
  'CI/deploy',
  '2024-05',
  '%',
  '_',
];
const partOfName = fc.constantFrom(...parts);
const names = fc.sample(
  fc.array(partOfName, { minLength: 1, maxLength: 4 }).map((some) => some.join(' ')),
  { numRuns: 40, seed: 11 },
);

/** What somebody types: a part, or the beginning of one, or of several in a row, in any case. */
const typed = fc
  .tuple(fc.array(partOfName, { minLength: 1, maxLength: 2 }), fc.nat({ max: 8 }), fc.boolean())
  .map(([some, cut, isLoud]) => {
    const text = [...some.join(' ')].slice(0, cut + 1).join('');
    return (isLoud ? text.toUpperCase() : text).trim();
  })
  .filter((text) => text !== '');

interface ListedKey {
  readonly id: string;
  readonly name: string | null;
  readonly start: string | null;
}

describe('GET /keys?q=', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    for (const name of names) await aKey(company.owner, { name });
  });
  afterAll(() => test.close());

  const all = async (client: Client, query = ''): Promise<ListedKey[]> =>
    (await client.get(`/keys?limit=100${query}`)).body.data;
  /** All pages, one key after the other. */
  const found = async (q: string): Promise<string[]> => {
    const listed: string[] = [];
    let cursor = '';
    do {
      const { data, pagination } = (
        await company.owner.get(`/keys?limit=7&q=${encodeURIComponent(q)}${cursor}`)
      ).body;
      listed.push(...data.map(({ id }: ListedKey) => id));
      cursor = pagination.hasMore ? `&cursor=${pagination.cursor}` : '';
    } while (cursor !== '');
    return listed;
  };
  const findsWhatMatches = (): Promise<void> =>
    fc.assert(
      fc.asyncProperty(typed, async (q) => {
        const keys = await all(company.owner);
        const matching = keys.filter(({ name, start }) => hasWord(name ?? '', q) || start?.startsWith(q));
        expect(await found(q)).toEqual(matching.map(({ id }) => id));
        const { total } = (await company.owner.get(`/keys?count=true&q=${encodeURIComponent(q)}`)).body
          .pagination;
        expect(total).toBe(matching.length);
      }),
      { numRuns: 15 },
    );

  it(
    '200 finds the keys of which a word begins like this, newest first, on pages that fit together',
    findsWhatMatches,
  );

  it('200 finds the same where names were written by a former version, and once they are indexed', async () => {
    const keys = await all(company.owner);
    const [made, renamed] = [keys.slice(0, 10), keys.slice(10, 20)];
    for (const { id } of made) {
      await runStatement(test, `DELETE FROM key_words WHERE key_id = '${id}'`);
      await runStatement(test, `UPDATE api_keys SET words_of = NULL WHERE id = '${id}'`);
    }
    for (const [at, { id }] of renamed.entries())
      await runStatement(
        test,
        `UPDATE api_keys SET name = '${parts[at]?.replace("'", "''")}' WHERE id = '${id}'`,
      );

    await findsWhatMatches();
    while ((await test.app.get(WordIndex).batch(7)) > 0);
    await findsWhatMatches();
  });

  it('200 follows a key that is renamed, rotated, revoked and deleted', async () => {
    const { key } = await aKey(company.owner, { name: 'Perpustakaan Négara' });
    const ids = (query: string) => all(company.owner, query).then((keys) => keys.map(({ id }) => id));
    expect(await ids('&q=negara')).toEqual([key.id]);

    await company.owner.patch(`/keys/${key.id}`, { name: 'Museum' });
    await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 60 });
    expect([await ids('&q=negara'), await ids('&q=museum')]).toEqual([[], [key.id]]);

    await company.owner.post(`/keys/${key.id}/revoke`);
    expect([await ids('&q=museum&status=active'), await ids('&q=museum&status=revoked')]).toEqual([
      [],
      [key.id],
    ]);
    await company.owner.delete(`/keys/${key.id}`);
    expect([await ids('&q=museum'), await ids('&q=museum&deleted=true')]).toEqual([[], [key.id]]);
  });

  it('200 finds nothing of another company', async () => {
    const other = await aCompany(test);
    const [key] = await all(company.owner);

    expect(await all(other.owner, `&q=${encodeURIComponent(key?.name ?? '')}`)).toEqual([]);
  });
});

/** The rule in plain words, for names without odd characters: a word begins a name, follows a blank or another sign. */
function hasWord(name: string, q: string): boolean {
  const [folded, sought] = [fold(name), fold(q)];
  return [...folded.keys()].some(
    (at) => isBeginning(folded, at) && folded.slice(at).join('').startsWith(sought.join('')),
  );
}

function isBeginning(text: readonly string[], at: number): boolean {
  const [before, here] = [text[at - 1] ?? ' ', text[at] ?? ' '];
  if (here === ' ') return false;
  return before === ' ' || (/[\p{L}\p{N}]/u.test(here) && !/[\p{L}\p{N}]/u.test(before));
}

function fold(text: string): string[] {
  return [
    ...text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/gu, '')
      .toLowerCase(),
  ];
}
