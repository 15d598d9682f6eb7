import { EventCatalogue, eventOf, events } from '../../libs/events';
import { EventLog, matchJournal, NoJournal } from '../audit';
import { ownComposition } from '../composition';
import { Ids, SystemClock } from '../platform';
import { type Config } from '../platform/config';
import { type Database, isUniqueViolation, openDatabase, type Tx } from '../platform/database';
import { canonicalUsername, isMachineUsername, passwordFault, Passwords, UserDirectory } from '../users';

/**
 * Makes a person who is platform staff.
 * @throws Error, with a sentence for people, for an invalid username or password or a name that is taken; DatabaseInUse
 * while the server has the SQLite database; DatabasePutBack.
 */
export async function makeOperator(
  config: Config,
  name: string,
  password: string,
): Promise<{ readonly username: string }> {
  const username = canonicalUsername(name);
  if (username === null || isMachineUsername(username)) throw new Error(`${name} cannot be a username`);
  const fault = passwordFault(password, username, config.keyPrefix);
  if (fault !== null) throw new Error(`The password ${fault.detail}`);
  const passwordHash = await new Passwords().hash(password);
  const database = await openDatabase(config.database, ownComposition().schema);
  try {
    await matchJournal(database.reader, config.database);
    await insertOnce(database, (tx) => insert(database, config, { username, passwordHash }, tx));
  } finally {
    await database.close();
  }
  return { username };
}

async function insertOnce(database: Database, work: (tx: Tx) => Promise<void>): Promise<void> {
  try {
    await database.units.run(work);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Error('This username is taken', { cause: error });
    throw error;
  }
}

async function insert(
  { reader }: Database,
  config: Config,
  person: { readonly username: string; readonly passwordHash: string },
  tx: Tx,
): Promise<void> {
  const clock = new SystemClock();
  const users = new UserDirectory(reader, new Ids(clock), clock);
  const id = await users.insert(person.username, person.passwordHash, tx, { operator: true });
  // There is no principal: someone with access to the machine made this operator.
  const actor = { companyId: null, kind: 'system', id: null, name: null } as const;
  const created = eventOf(events.operatorCreated, id, { username: person.username });
  new EventLog(clock, config, new NoJournal(), new EventCatalogue()).appendAs(tx, actor, created);
}
