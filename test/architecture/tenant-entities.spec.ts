import Sqlite from 'better-sqlite3';
import { loadConfig } from '../../src/platform/config';
import { ownComposition } from '../../src/composition';
import { openDatabase } from '../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support';

/** Tables that are nobody's in particular, and why. Every other table says of each row whose it is. */
const shared: Readonly<Record<string, string>> = {
  companies: 'the tenants themselves',
  users: 'a person is one person in all companies',
  user_factors: 'of a person',
  factor_attempts: 'of a person',
  guess_counts: 'of people who are not signed in',
  products: 'of the platform',
  product_permission_names: 'of the platform',
  service_keys: 'of the platform',
  crypto_vectors: 'of the installation',
  idempotency_keys: 'of the caller, by a hash that includes the company',
  event_head: 'one log for all',
  instances: 'of the installation',
  duties: 'of the installation',
  log_followers: 'of the installation',
  migrations: 'of the installation',
};

/** References from a company’s row to another of its rows that do not hold the company in themselves, and why. */
const withoutCompany: Readonly<Record<string, string>> = {
  'step_up_tokens → sessions': 'a session moves between companies; the token keeps the one it was made in',
};

/** Rows of companies that can be without one. */
const sometimesNobodys: Readonly<Record<string, string>> = {
  events: 'acts of operators that concern no company, and sign-ins of people without one',
  sessions: 'of a person who is in no company',
  password_resets: 'issued by an operator',
  step_up_tokens: 'of an operator',
};

interface Column {
  readonly name: string;
  readonly notnull: number;
}

interface Reference {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

describe('the tables', () => {
  let place: TestDatabase;
  let sqlite: Sqlite.Database;
  let tables: string[];

  beforeAll(async () => {
    place = await createTestDatabase();
    const config = loadConfig(place.env).database;
    if (config.kind !== 'sqlite') throw new Error('Both databases have one schema; it is read from SQLite.');
    await (await openDatabase(config, ownComposition().schema)).close();
    sqlite = new Sqlite(config.file, { readonly: true });
    const rows = sqlite.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    // A cast: the driver types rows as unknown.
    tables = (rows.all() as { name: string }[]).map(({ name }) => name);
  });
  afterAll(async () => {
    sqlite.close();
    await place.drop();
  });

  // Casts: the driver types pragmas as unknown.
  const columnsOf = (table: string) => sqlite.pragma(`table_info(${table})`) as Column[];
  const referencesOf = (table: string) => sqlite.pragma(`foreign_key_list(${table})`) as Reference[];
  const companyColumnOf = (table: string) => columnsOf(table).find(({ name }) => name === 'company_id');

  it('each name the company of a row, except those without one', () => {
    const silent = tables.filter((table) => companyColumnOf(table) === undefined);

    expect(silent.sort()).toEqual(Object.keys(shared).sort());
  });

  it('name it in every row, except those that need no company', () => {
    const optional = tables.filter((table) => companyColumnOf(table)?.notnull === 0);

    expect(optional.sort()).toEqual(Object.keys(sometimesNobodys).sort());
  });

  it('let a row of a company refer to rows of that company only', () => {
    const loose = tables
      .filter((table) => companyColumnOf(table) !== undefined)
      .flatMap((table) => looseReferencesOf(table).map((to) => `${table} → ${to}`));

    expect(loose.sort()).toEqual(Object.keys(withoutCompany).sort());
  });

  it('refer to a company that is there', () => {
    const unbound = tables
      .filter((table) => companyColumnOf(table) !== undefined)
      .filter((table) => !referencesOf(table).some(({ from }) => from === 'company_id'));

    // Kept permanently, whatever happens to the company.
    expect(unbound).toEqual(['events']);
  });

  /** The company tables to which this one refers by less than company and id. */
  function looseReferencesOf(table: string): string[] {
    const references = referencesOf(table).filter(({ table: to }) => companyColumnOf(to) !== undefined);
    const bound = references.filter(({ from, to }) => from === 'company_id' && to === 'company_id');
    const boundIds = bound.map(({ id }) => id);
    return references.filter(({ id }) => !boundIds.includes(id)).map(({ table: to }) => to);
  }
});
