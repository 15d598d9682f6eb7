import { type Example } from '../remote/remote-command';

/** A command that works on the database of a server, on its machine and with its settings. */
export interface OperatingCommand {
  readonly name: string;
  readonly summary: string;
  /** What may follow the name. */
  readonly synopsis: string;
  readonly options: readonly string[];
  readonly examples: readonly Example[];
  /** Loads the server, which takes a second; no other command does. */
  readonly load: () => Promise<{ readonly main: (args: readonly string[]) => Promise<void> }>;
}

const since = ['--events', '--accept-revived'];

export const operatingCommands: readonly OperatingCommand[] = [
  {
    name: 'migrate',
    summary: 'Bring the tables up to date, as every start does',
    synopsis: '',
    options: [],
    examples: [['kunci migrate', 'before new instances start']],
    load: () => import('../migrate.js'),
  },
  {
    name: 'operator',
    summary: 'Make a platform operator',
    synopsis: 'NAME',
    options: [],
    examples: [['kunci operator ops@example.com', 'asks for a password, or reads it from standard input']],
    load: () => import('../operator.js'),
  },
  {
    name: 'backup',
    summary: 'Save the whole database into a new file',
    synopsis: 'FILE',
    options: [],
    examples: [['kunci backup /backup/kunci-monday', 'the server may run']],
    load: () => import('../backup.js'),
  },
  {
    name: 'restore',
    summary: 'Fill an empty database from a backup, and apply what was revoked since',
    synopsis: '--events EVENTS BACKUP | --accept-revived BACKUP',
    options: since,
    examples: [['kunci restore --events events.jsonl /backup/kunci-monday', 'the server must not run']],
    load: () => import('../restore.js'),
  },
  {
    name: 'recover',
    summary: 'Apply what was revoked since to a database that was put back',
    synopsis: '[--events EVENTS | --accept-revived]',
    options: since,
    examples: [['kunci recover', 'the server must not run']],
    load: () => import('../recover.js'),
  },
  {
    name: 'events',
    summary: 'Follow the audit trail (tail), or write it from the database',
    synopsis: '[--after POSITION] [FILE]',
    options: ['--after'],
    examples: [
      ['kunci events --after 4711 events.jsonl', 'for restore; the server may run'],
      ['kunci events tail', 'follows a server over HTTP instead'],
    ],
    load: () => import('../events.js'),
  },
  {
    name: 'verify-log',
    summary: 'Check that nobody changed the audit trail',
    synopsis: '',
    options: [],
    examples: [['kunci verify-log', 'exit code 1 if somebody did']],
    load: () => import('../verify-log.js'),
  },
  {
    name: 'secrets',
    summary: 'Show which peppers and key-encryption keys are still needed',
    synopsis: '',
    options: [],
    examples: [['kunci secrets', 'exit code 1 if one is missing']],
    load: () => import('../secrets.js'),
  },
  {
    name: 'openapi',
    summary: 'Write the OpenAPI document',
    synopsis: 'FILE',
    options: [],
    examples: [['kunci openapi openapi.json', 'of this version']],
    load: () => import('../openapi.js'),
  },
];
