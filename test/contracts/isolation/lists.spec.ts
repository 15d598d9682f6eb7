import { startApp, type TestApp } from '../../support';
import { aFurnishedCompany, type FurnishedCompany, idsOf } from '../../support/furnished-company';
import { type Operation, operationsOf } from '../../support/operations';
import { queryRows } from '../../support/tables';

describe('what is listed', () => {
  let test: TestApp;
  let ours: FurnishedCompany;
  let theirs: FurnishedCompany;
  let reads: readonly Operation[];
  /** Ids and names that only the other company's rows have. */
  let theirMarks: readonly string[];

  beforeAll(async () => {
    test = await startApp();
    ours = await aFurnishedCompany(test, 'Bambu');
    theirs = await aFurnishedCompany(test, 'Melati');
    reads = operationsOf(test).filter(
      ({ method, pathParameters }) => method === 'GET' && pathParameters.length === 0,
    );
    theirMarks = [...(await idsOf(test, theirs.id)).keys(), theirs.slug, theirs.helper.username, 'Melati'];
  });
  afterAll(() => test.close());

  const marksIn = (body: unknown): string[] =>
    theirMarks.filter((mark) => JSON.stringify(body).includes(mark));

  it('is all ours, and as much of it as there is', async () => {
    const answers = await Promise.all(reads.map(({ path }) => ours.owner.get(path)));

    expect(marksIn(answers)).toEqual([]);
    expect(
      reads.filter((_, at) => JSON.stringify(answers[at]?.body).includes('Bambu')).map(({ id }) => id),
    ).toEqual(
      expect.arrayContaining([
        'listEvents',
        'listRoles',
        'listKeys',
        'listSalesInvoices',
        'getCompany',
        'getMe',
      ]),
    );
  });

  it('stays ours whatever of theirs one asks for', async () => {
    const [secret] = await queryRows(test, 'SELECT start FROM key_secrets WHERE company_id = ?', [theirs.id]);
    const values = [...theirMarks, String(secret?.['start'])];
    const leaks: string[] = [];
    for (const { path, queryFields } of reads) {
      for (const { name } of queryFields.filter((field) => field.freeText)) {
        for (const value of values) {
          const { body } = await ours.owner.get(`${path}?${name}=${encodeURIComponent(value)}`);
          if (marksIn(body).length > 0) leaks.push(`${path}?${name}=${value}`);
        }
      }
    }

    expect(leaks).toEqual([]);
  });

  it('stays ours whatever row of theirs a cursor begins at', async () => {
    const positions = await queryRows(test, 'SELECT seq FROM events WHERE company_id = ?', [theirs.id]);
    const keys = [...theirMarks, ...positions.map(({ seq }) => String(seq))];
    const leaks: string[] = [];
    let shown = 0;
    for (const { path, queryFields } of reads) {
      if (!queryFields.some(({ name }) => name === 'cursor')) continue;
      for (const key of keys) {
        const { body } = await ours.owner.get(`${path}?cursor=${Buffer.from(key).toString('base64url')}`);
        if (marksIn(body).length > 0) leaks.push(`${path} after ${key}`);
        else if (body.data?.length > 0) shown += 1;
      }
    }

    expect(leaks).toEqual([]);
    expect(shown).toBeGreaterThan(0);
  });
});
