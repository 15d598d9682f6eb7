import { type DataSource } from 'typeorm';
import { SideActivity } from './activity';
import { type DatabaseConfig } from '../config';
import { DeadlineExceeded, within } from '../deadline';
import { aServer, type DatabaseSchema, dataSource } from './data-source';
import { isOutOfRoom, isUnavailable } from './faults';
import { LoopTurns } from '../loop-turns';
import { migrate } from './migrate';
import { MysqlUnits } from './mysql-units';
import { ReserveFile } from './reserve-file';
import { Room } from './room';
import { becomeTheOnlyProcess } from './single-process';
import { SqliteUnits } from './sqlite-units';
import { TriedWrite } from './tried-write';
import { Reader, FastReader } from './tx';
import { Pace } from './pace';
import { keepPace, managerAhead } from './paced-runner';
import { type UnitOfWork, type UnitRules } from './unit-of-work';

const closeMs = 2_000;

/** The open database of one process: one side writes, through units of work; one can only read; and one does not wait. */
export interface Database {
  readonly units: UnitOfWork;
  readonly reader: Reader;
  readonly fastReader: FastReader;
  /** How busy each side is. */
  readonly activity: readonly SideActivity[];
  /** Throws when the database does not answer, or SQLite cannot write. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens and migrates the database, for the server and for commands that write.
 * @param turns tells SQLite when to let arriving connections go first.
 * @throws DatabaseInUse when another process has the SQLite file; the driver's error when the server is not there.
 */
export async function openDatabase(
  config: DatabaseConfig,
  schema: DatabaseSchema,
  rules: UnitRules = {},
  turns = new LoopTurns(),
): Promise<Database> {
  const release = config.kind === 'sqlite' ? becomeTheOnlyProcess(config.file, config.lockFile) : noHold;
  const { writer, reader, fastReader, pulse, activity } = sidesOf(config, schema);
  const sources = [...new Set([writer, reader, fastReader])];
  const close = async (): Promise<void> => {
    pulse.stop();
    await closeAll(sources);
    release();
  };
  const room = config.kind === 'sqlite' ? new Room(new ReserveFile(config.reserveFile)) : null;
  try {
    await makingRoom(room, () => migrate(dataSource(config, schema, 'migrate')));
    for (const source of sources) await makingRoom(room, () => source.initialize());
    pulse.start();
  } catch (error) {
    await close();
    throw error;
  }
  const sides =
    room === null
      ? mysqlSides(writer, reader, fastReader, rules)
      : sqliteSides({ writer, reader, room }, rules, new Pace(turns));
  return { ...sides, activity, close };
}

/** Where there is no room even to open the database, what is kept for that day is used. */
async function makingRoom(room: Room | null, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (room === null || !isOutOfRoom(error)) throw error;
    room.giveBack();
    await work();
  }
}

/** Opens the reading side only, which needs no lock: the server may go on meanwhile. */
export async function openReader(
  config: DatabaseConfig,
  schema: DatabaseSchema,
): Promise<{ reader: Reader; close: () => Promise<void> }> {
  const source = await dataSource(config, schema, 'read').initialize();
  return { reader: readerOf(source, config), close: () => source.destroy() };
}

type Sides = Omit<Database, 'close' | 'activity'>;

function mysqlSides(writer: DataSource, reader: DataSource, fastReader: DataSource, rules: UnitRules): Sides {
  return {
    units: new MysqlUnits(writer, rules),
    reader: new Reader(reader.manager, 'mysql'),
    fastReader: new FastReader(fastReader.manager, 'mysql'),
    ping: () => ping(reader),
  };
}

/** All share one thread, so they keep one pace; the fast reader goes ahead of the other. */
function sqliteSides(
  { writer, reader, room }: { writer: DataSource; reader: DataSource; room: Room },
  rules: UnitRules,
  pace: Pace,
): Sides {
  keepPace(reader, pace);
  room.begin();
  const units = new SqliteUnits(writer, room, rules, pace);
  const tried = new TriedWrite(units, room);
  return {
    units,
    reader: new Reader(reader.manager, 'sqlite'),
    fastReader: new FastReader(managerAhead(reader, pace), 'sqlite'),
    ping: () => ping(reader).then(() => tried.attempt()),
  };
}

function sidesOf(config: DatabaseConfig, schema: DatabaseSchema) {
  const server = aServer();
  const [write, read, fast] = [new SideActivity('write'), new SideActivity('read'), new SideActivity('fast')];
  const reader = dataSource(config, schema, 'read', server, read);
  return {
    pulse: server.pulse,
    writer: dataSource(config, schema, 'write', server, write),
    reader,
    // On SQLite nothing is slow but the disk, and one more connection would not be faster.
    fastReader: config.kind === 'sqlite' ? reader : dataSource(config, schema, 'fast', server, fast),
    activity: config.kind === 'sqlite' ? [write, read] : [write, read, fast],
  };
}

/** The writer last, which on SQLite takes what is in the write-ahead log into the file. */
async function closeAll(sources: readonly DataSource[]): Promise<void> {
  for (const source of sources.toReversed()) {
    if (!source.isInitialized) continue;
    try {
      await within(source.destroy(), closeMs);
    } catch (error) {
      // A database that is away cannot be said goodbye to, and nothing is lost by that: the process ends the connections.
      if (!(error instanceof DeadlineExceeded) && !isUnavailable(error)) throw error;
    }
  }
}

function noHold(): void {
  // MySQL takes any number of processes.
}

function readerOf(source: DataSource, config: DatabaseConfig): Reader {
  return new Reader(source.manager, config.kind);
}

async function ping(source: DataSource): Promise<void> {
  await source.query('SELECT 1');
}

/** Injection token for `Database`, which is an interface. */
export const DATABASE = Symbol('Database');
