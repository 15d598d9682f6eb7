import { isDiskFault, isOutOfRoom, isUnavailable } from './database/faults';
import { StartFault } from './start-fault';

/**
 * Says what is wrong, and what to do, when the server or a command cannot run. Nothing that a driver says is repeated: it may
 * hold a password.
 * @returns one sentence or several; null for what people can do nothing about, where the trace is what helps.
 */
export function startFaultOf(error: unknown): string | null {
  if (error instanceof StartFault) return error.message;
  const told = toldBy(error);
  if (told === null) return null;
  return ofListening(told) ?? ofFile(told) ?? ofSqlite(told, error) ?? ofMysql(told, error);
}

/** As much of an error of the system or a driver as is needed here. */
interface Told {
  readonly code: string;
  readonly syscall: string;
  readonly path: string | null;
  /** What a process listens on; or whom it calls. */
  readonly address: string;
  readonly port: string;
}

function toldBy(error: unknown): Told | null {
  // TypeORM wraps what the driver threw.
  if (error instanceof Error && 'driverError' in error) return toldBy(error.driverError);
  if (!(error instanceof Error)) return null;
  // A cast: errors of the system have these fields or lack them; each is read as text.
  const { code, syscall, path, address, port, hostname } = error as unknown as Record<string, unknown>;
  return {
    code: text(code),
    syscall: text(syscall),
    path: typeof path === 'string' ? path : null,
    address: text(address ?? hostname),
    port: text(port),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function ofListening({ code, syscall, address, port }: Told): string | null {
  // Workers are refused by the process that leads them, which binds.
  if (syscall !== 'listen' && syscall !== 'bind') return null;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${address} is taken by another process. Stop that process, or set PORT to a free port.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Set PORT to 1024 or more, with a proxy before it.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. Set HOST to one that it has, or to 0.0.0.0 for all.`;
    default:
      return `The server cannot listen on port ${port} of ${address} (${code}). Correct HOST and PORT.`;
  }
}

function ofFile({ code, syscall, path }: Told): string | null {
  if (path === null) return null;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `This user may not use ${path}. Give them the right to read and write it, or name another place.`;
    case 'EROFS':
      return `${path} is on a file system that can only be read. Mount it for writing, or name another place.`;
    case 'EEXIST':
      return syscall === 'mkdir'
        ? `${path} is a file, and must be a folder. Remove it, or set DATA_DIR to a folder.`
        : `${path} is there already. Name a file that is not.`;
    case 'ENOTDIR':
      return `A part of the path ${path} is a file, and must be a folder. Correct the path; in settings it is that of DATA_DIR.`;
    case 'EISDIR':
      return `${path} is a folder, and must be a file. Move it away, or name another place.`;
    case 'ENOENT':
      return `${path} is not there. Correct the path.`;
    default:
      return isFull(code) ? noRoom : null;
  }
}

const noRoom =
  'There is no room left on the disk of the database or of the file. Make some free, at least 6 MiB for SQLite, and try again.';

function isFull(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function ofSqlite({ code }: Told, error: unknown): string | null {
  const isMissing = error instanceof TypeError && error.message.includes('directory does not exist');
  if (code === 'SQLITE_CANTOPEN' || isMissing)
    return 'There is no SQLite database in DATA_DIR, or this user may not open it. Correct DATA_DIR, or the rights to it.';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return 'kunci.db in DATA_DIR is damaged, or is no SQLite database. Move it away, and restore a backup with npm run restore.';
  if (code.startsWith('SQLITE_READONLY'))
    return 'The SQLite database in DATA_DIR can only be read. Give this user the right to write it and its folder.';
  if (code.startsWith('SQLITE_BUSY'))
    return 'Another program has locked the SQLite database. End it, and try again.';
  if (isOutOfRoom(error)) return noRoom;
  if (isDiskFault(error)) return `The disk of DATA_DIR fails (${code}). Look at the log of the system.`;
  return null;
}

function ofMysql({ code, syscall, address, port }: Told, error: unknown): string | null {
  switch (code) {
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR':
      return 'The MySQL server refuses the user or the password of DATABASE_URL. Correct them; special characters are percent-encoded.';
    case 'ER_BAD_DB_ERROR':
      return 'The MySQL server has no database of the name in DATABASE_URL. Create it, or correct the name.';
    case 'ER_DBACCESS_DENIED_ERROR':
    case 'ER_TABLEACCESS_DENIED_ERROR':
      return 'The user in DATABASE_URL lacks rights to the database named there, or it is not there. Create it, and grant ALL on it.';
  }
  if (syscall === 'getaddrinfo')
    return `No machine by the name ${address} is found (${code}). Correct DATABASE_URL or HOST, or the name service.`;
  if (!isUnavailable(error)) return null;
  const where = address === '' ? '' : ` at ${address}${port === '' ? '' : `:${port}`}`;
  const why = code === '' ? '' : ` (${code})`;
  return `The MySQL server${where} does not answer${why}. Start it, or correct DATABASE_URL.`;
}
