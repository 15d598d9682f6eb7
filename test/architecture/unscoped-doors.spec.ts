import path from 'node:path';
import { preProcessFile } from 'typescript';
import { type SourceFile, sourceFiles } from './repository';

/**
 * Every file that may reach over the fence between tenants, and what for. A new line here is a decision: who reviews it asks
 * why `of(principal)` does not do.
 */
const reviewedDoors: readonly string[] = [
  // The fence itself: a Tx and a Reader carry the manager, and `of(principal)` takes it out to put the company in.
  'src/platform/database/tx.ts',
  // Hands the side that cannot write to @nestjs/typeorm, under a name that only tenancy knows.
  'src/platform/database/reading-side.ts',
  'src/tenancy/scoped-repository.ts',
  // The row that a unit wrote shows whether it was committed.
  'src/platform/database/proofs.ts',
  'src/platform/database/tried-write.ts',
  // Reads no row: whether there is a table for an entity.
  'src/platform/database/table-fault.ts',
  // Platform staff act for no company; the door throws for anyone else. Who uses it stands below.
  'src/tenancy/as-operator.ts',

  // One log for all companies, in one chain: the head and what comes before an event are nobody's. Reading goes by `of`.
  'src/audit/event-head.ts',
  'src/audit/event-log.ts',
  'src/audit/insert-events.ts',
  'src/audit/match-journal.ts',
  'src/audit/read-log.ts',
  'src/audit/verify-log.ts',

  // People belong to no company, and nor do their sessions, factors, resets and wrong guesses.
  'src/users/user-directory.ts',
  'src/auth/sessions/sessions.ts',
  // The company is the one that the session is for, and joined by the membership of its person.
  'src/auth/sessions/session-principal.ts',
  'src/auth/throttling/throttle-counts.ts',
  'src/auth/password-resets/password-resets.ts',
  'src/step-up/factor-attempts.ts',
  'src/step-up/stale-proofs.ts',
  'src/step-up/user-factors.ts',
  // Sign-in and switching ask in which companies a person is a member, always of one person.
  'src/users/memberships.ts',
  // Who redeems an invitation is in no company yet; the hash of the token names the one it is for.
  'src/users/redeemable-invitations.ts',

  // A new company may take the slug of another that was closed long ago; which one has it is looked up by the slug alone.
  'src/auth/sign-up/freed-slugs.ts',

  // Products are the platform's, and the same to every company.
  'src/products/product-catalogue.ts',
  'src/products/known-names.ts',
  'src/products/permission-collisions.ts',
  'src/products/permission-names.ts',
  // Reads what a company has together with what these products define, by the company of the principal.
  'src/products/product-offers.ts',

  // A caller with a key has no company until the key is found, by its digest alone; its limits are counted before that, too.
  'src/api-keys/verification/load-holder.ts',
  // A service key belongs to no company, and names in a header the one that it acts for.
  'src/auth/authentication/named-company.ts',
  // Tells by name which service key of the platform made a key of the company.
  'src/api-keys/lists/key-makers.ts',
  // Text is compared with the spelling of all keys that any company imported, before it is known whose it is.
  'src/api-keys/imports/known-shapes.ts',
  // Whether any company has this secret. The caller does not learn it: of two keys with one secret the first works.
  'src/api-keys/imports/earlier-imports.ts',
  // One row by the ids that verification found; a service key asks for keys of any company.
  'src/api-keys/verification/metadata-reader.ts',
  'src/limits/token-returns.ts',
  'src/limits/coalesced-refill.ts',
  'src/limits/refill.ts',
  // Heartbeats read the one log for the caches of this instance, and the table of instances belongs to no company.
  'src/cluster/duty-leases.ts',
  'src/cluster/follower-places.ts',
  'src/cluster/instances.ts',
  'src/cluster/log-tail.ts',
  // Written behind the requests, in batches that hold keys of all companies; each row by the ids that verification found.
  // What is old goes from all companies alike.
  'src/usage/write-usage.ts',
  'src/usage/usage-retention.ts',
  'src/notifications/inbox-upkeep.ts',
  'src/api-keys/upkeep/recap.ts',
  'src/api-keys/upkeep/redigest.ts',
  'src/api-keys/imports/first-uses.ts',
  // Who reports a secret has no company; its digest names the key that it ends, and its row the company.
  'src/api-keys/reports/reported-secrets.ts',
  // The server's own rounds through the secrets of all companies. What they find goes back into the row it came from.
  'src/api-keys/upkeep/rewrap.ts',
  'src/api-keys/upkeep/expiry-notices.ts',
  // Indexes the names of keys of all companies, each under the company of its row.
  'src/api-keys/upkeep/word-index.ts',
  // Peppers and key-encryption keys are the installation's: their test vectors, and how many secrets still need them.
  'src/api-keys/keyring/secret-report.ts',
  'src/api-keys/keyring/secrets-in-use.ts',
  'src/api-keys/keyring/test-vectors.ts',

  // Operators repeat requests, too. Rows are found by a hash of the caller and their company, so nobody finds another's.
  'src/access/idempotency/idempotency-keys.ts',
  'src/access/idempotency/sealed-secrets-upkeep.ts',

  // Restoring replaces the rows of the whole installation; the person who runs the command has the database anyway.
  'src/cli/backup/fill-database.ts',
  'src/cli/reapply/rows.ts',
  // Finds the Owner of a demo company before anybody signed in. In development only.
  'src/demo/demo-owner.ts',
];

/** Who acts as an operator, in the modules that serve operators. Everything there is behind `@RequiresOperator`. */
const operatorDoors: readonly string[] = [
  'src/operators/activations.service.ts',
  'src/operators/close-company.service.ts',
  'src/operators/company-decisions.service.ts',
  'src/operators/company-details.service.ts',
  'src/operators/company-names.service.ts',
  'src/operators/edit-product.service.ts',
  'src/operators/end-company.ts',
  'src/operators/end-user.ts',
  'src/operators/find-platform-key.service.ts',
  'src/operators/new-companies.service.ts',
  'src/operators/operator-log.ts',
  'src/operators/own-companies.ts',
  'src/operators/owner-invitation.service.ts',
  'src/operators/permission-holders.ts',
  'src/operators/platform-companies.service.ts',
  'src/operators/platform-products.service.ts',
  'src/operators/platform-service-keys.service.ts',
  'src/operators/platform-users.service.ts',
  'src/operators/release-user.service.ts',
  'src/operators/retire-product.service.ts',
  'src/operators/revoke-platform-key.service.ts',
  // Makes service keys for operators, where the digest is made that verification looks for.
  'src/api-keys/service-keys/service-key-writer.ts',
  // Keeps the proofs of operators, which are of no company, and each bound to a session.
  'src/step-up/step-up.service.ts',
];

/** What of TypeORM describes rows and conditions. The rest of it can reach or write any row, or puts raw SQL into one. */
const harmless = [
  'And',
  'Between',
  'Entity',
  'Equal',
  'FindOptionsWhere',
  'In',
  'IsNull',
  'LessThan',
  'LessThanOrEqual',
  'MoreThan',
  'MoreThanOrEqual',
  'Not',
  'Or',
  'PrimaryColumn',
];

/** Files that are handed what a door has opened. */
const handedOn = [
  // The statements of the doors beside it.
  'src/limits/counters.ts',
];

/** Where TypeORM and the drivers are at home, beside the reviewed doors. */
const homes = /^src\/(platform\/database|tenancy|([a-z-]+\/)?migrations)\//;

/** The files that may know of @nestjs/typeorm, or of the name under which it has the database. */
const knowingTheReadingSide = [
  'src/platform/database/index.ts',
  'src/platform/database/reading-side.ts',
  'src/platform/platform.module.ts',
  'src/tenancy/tenancy.module.ts',
];

const namesReadingSide = /@nestjs\/typeorm|readingSide/;

const unscoped = 'src/platform/database/unscoped';

/** Whether a file imports the unscoped door: by `import`, `import type`, `export from`, `import()` or `require()`. */
function opensTheDoor({ file, text }: SourceFile): boolean {
  const imports = preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return imports.some((name) => resolved(file, name) === unscoped);
}

function resolved(file: string, importedName: string): string {
  const name = importedName.replace(/\.[jt]s$/, '');
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}

/** What of TypeORM and of the drivers a file takes that is more than a description. */
function reachesIn({ text }: SourceFile): string[] {
  const imports = [...text.matchAll(/^import\s+([^;]*?)\s+from\s+'([^']+)'/gms)];
  return imports.flatMap(([, names = '', from = '']) => {
    if (/^(mysql2|better-sqlite3|@nestjs\/typeorm)(\/|$)/.test(from)) return [from];
    if (from.startsWith('typeorm/')) return from.endsWith('/QueryPartialEntity') ? [] : [from];
    if (from !== 'typeorm') return [];
    const named = /^\{(.*)\}$/s.exec(names)?.[1]?.split(',') ?? [names];
    return named
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '' && !harmless.includes(name));
  });
}

describe('the doors that cross companies', () => {
  it('are exactly those that were reviewed', () => {
    const doors = sourceFiles('src')
      .filter(opensTheDoor)
      .map(({ file }) => file);

    expect(doors.filter((file) => !file.endsWith('.spec.ts'))).toEqual([...reviewedDoors].sort());
  });

  it('are opened for operators where operators are served', () => {
    const doors = sourceFiles('src').filter(
      ({ file, text }) => /\basOperator\b/.test(text) && !homes.test(file),
    );

    expect(doors.map(({ file }) => file)).toEqual([...operatorDoors].sort());
  });

  it('do not include @nestjs/typeorm: it hands repositories to tenancy, which keeps them', () => {
    const knowing = sourceFiles('src', 'libs').filter(({ text }) => namesReadingSide.test(text));

    expect(knowing.map(({ file }) => file)).toEqual(knowingTheReadingSide);
  });

  it.each([
    "import { InjectRepository } from '@nestjs/typeorm';",
    "const { getRepositoryToken } = require('@nestjs/typeorm');",
    "import { readingSide } from '../platform/database';",
    "constructor(@Inject('readingSideDataSource') private readonly rows: DataSource) {}",
    "constructor(@Inject('readingSide_SalesInvoiceEntityRepository') private readonly rows: Rows) {}",
  ])('are seen when they are made of @nestjs/typeorm: %s', (text) => {
    expect(namesReadingSide.test(text)).toBe(true);
  });

  it('are not gone round: nobody else takes a manager, a repository, a connection or raw conditions', () => {
    const goingRound = sourceFiles('src')
      .filter(({ file }) => !homes.test(file) && !file.endsWith('.spec.ts'))
      .filter(({ file }) => ![...reviewedDoors, ...operatorDoors, ...handedOn].includes(file))
      .flatMap((source) => reachesIn(source).map((name) => `${source.file}: ${name}`));

    expect(goingRound).toEqual([]);
  });

  it.each([
    ["import { DataSource, In } from 'typeorm';", ['DataSource']],
    ["import {\n  type EntityManager,\n  Raw,\n} from 'typeorm';", ['EntityManager', 'Raw']],
    ["import * as orm from 'typeorm';", ['* as orm']],
    ["import orm from 'typeorm';", ['orm']],
    ["import { createPool } from 'mysql2';", ['mysql2']],
    ["import Sqlite from 'better-sqlite3';", ['better-sqlite3']],
    ["import { getRepositoryToken } from '@nestjs/typeorm';", ['@nestjs/typeorm']],
    ["import { SqliteDriver } from 'typeorm/driver';", ['typeorm/driver']],
    ["import { In, IsNull, type FindOptionsWhere } from 'typeorm';", []],
  ])('are seen when gone round by %s', (text, names) => {
    expect(reachesIn({ file: 'src/users/x.ts', text })).toEqual(names);
  });

  it.each([
    ['src/api-keys/verification/load.ts', "import { unscoped } from '../../platform/database/unscoped';"],
    ['src/auth/session.ts', "import {\n  unscoped,\n} from '../platform/database/unscoped.js';"],
    ['src/auth/types.ts', "import type { Unscoped } from '../platform/database/unscoped';"],
    ['src/platform/database/index.ts', "export * from './unscoped';"],
    ['src/usage/flush.ts', "const door = await import('../platform/database/unscoped');"],
    ['src/cli/verify-log.ts', "const { unscoped } = require('../platform/database/unscoped');"],
  ])('are seen in %s', (file, text) => {
    expect(opensTheDoor({ file, text })).toBe(true);
  });

  it.each([
    ['src/auth/session.ts', "import { of } from '../platform/database';"],
    ['src/auth/session.ts', "// import '../platform/database/unscoped' would be wrong"],
    ['src/auth/session.ts', "import './platform/database/unscoped';"],
  ])('are not seen where there is none (%s: %s)', (file, text) => {
    expect(opensTheDoor({ file, text })).toBe(false);
  });
});
