import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtServer } from '../../support/built-server';
import { byHand, type CodeBlock } from '../../support/documents';
import { freePort } from '../../support/free-port';
import { leash } from '../../support/leash';

const root = path.resolve(__dirname, '../../..');
const deadlineMs = 150_000;

/** What must not be shared with the tree that is tested: what the documents write, and what is copied to be changed. */
const notLinked = ['data', 'secrets', '.git', 'integrations'];

/** The result of one block. */
export interface Step {
  readonly block: CodeBlock;
  /** Null where an earlier block failed, so that this one was not run. */
  readonly exitCode: number | null;
  /** Both streams, with the addresses and folders that the documents name. */
  readonly output: string;
}

/** What a document names differently: its text, and the replacement. */
export type Substitutions = readonly (readonly [string, string])[];

/** The blocks that a test runs, or has a replacement for. */
export function runnable(blocks: readonly CodeBlock[]): CodeBlock[] {
  return blocks.filter((block) => block.language === 'sh' && scriptOf(block) !== '');
}

/**
 * Runs blocks one after another in one bash, in a fresh folder that looks like a clone with the built program, as somebody would
 * who follows a document. Ends everything they started.
 * @param elsewhere what is named in the documents and is another in a test, beside the port and folders of the system.
 */
export async function follow(
  blocks: readonly CodeBlock[],
  env: Readonly<Record<string, string>> = {},
  elsewhere: Substitutions = [],
): Promise<Step[]> {
  builtServer();
  // The real path: what programs print of it.
  const room = realpathSync(mkdtempSync(path.join(tmpdir(), 'kunci-documents-')));
  const port = await freePort();
  const substitutions = [...elsewhere, ...ofThisRoom(room, port)];
  furnish(room, substitutions);
  try {
    writeFileSync(path.join(room, 'script.sh'), scriptFor(room, blocks, substitutions));
    const exitCode = await run(room, { ...env, PORT: String(port) });
    return blocks.map((block, index) => stepOf(room, block, index, exitCode, substitutions));
  } finally {
    rmSync(room, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Several suites run at once, so the port is a free one; and a test writes into no folder of the system. */
function ofThisRoom(room: string, port: number): Substitutions {
  return [
    ['127.0.0.1:3000', `127.0.0.1:${port}`],
    ['/opt/kunci', path.join(room, 'clone')],
    ['/etc/kunci', path.join(room, 'etc')],
    ['/var/lib/kunci', path.join(room, 'var')],
  ];
}

function furnish(room: string, substitutions: Substitutions): void {
  for (const name of ['clone', 'home', 'out']) mkdirSync(path.join(room, name));
  for (const name of readdirSync(root).filter((one) => !notLinked.includes(one)))
    symlinkSync(path.join(root, name), path.join(room, 'clone', name));
  const integrations = path.join(room, 'clone/integrations');
  cpSync(path.join(root, 'integrations'), integrations, { recursive: true });
  for (const entry of readdirSync(integrations, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) writeFileSync(file, replaced(readFileSync(file, 'utf8'), substitutions));
  }
}

function scriptFor(room: string, blocks: readonly CodeBlock[], substitutions: Substitutions): string {
  const parts = blocks.map((block, index) => {
    const file = path.join(room, `out/${index}.sh`);
    writeFileSync(file, `${replaced(scriptOf(block), substitutions)}\n`);
    const out = path.join(room, `out/${index}`);
    return `echo started > ${out}.state\nsource ${file} > ${out}.txt 2>&1 < /dev/null\necho ended > ${out}.state`;
  });
  return [readFileSync(path.join(__dirname, 'terminal.sh'), 'utf8'), ...parts].join('\n');
}

function scriptOf(block: CodeBlock): string {
  return block.marker === '' ? block.text : (byHand(block)?.standIn ?? '');
}

async function run(room: string, env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn('bash', [path.join(room, 'script.sh')], {
    cwd: path.join(room, 'clone'),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: path.join(room, 'home'),
      TMPDIR: room,
      KUNCI_TEST_ROOM: room,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A process group of its own, which ends as a whole.
    detached: true,
  });
  leash(child);
  const pid = child.pid ?? 0;
  const timer = setTimeout(() => endGroup(pid), deadlineMs);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  endGroup(pid);
  return code ?? 1;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function stepOf(
  room: string,
  block: CodeBlock,
  index: number,
  exitCode: number,
  substitutions: Substitutions,
): Step {
  const read = (kind: string): string => {
    const file = path.join(room, `out/${index}.${kind}`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const backwards = substitutions.map(([named, here]) => [here, named] as const);
  // Header lines end as HTTP requires; a terminal shows no difference.
  const output = replaced(read('txt'), backwards).replaceAll('\r\n', '\n').trim();
  const state = read('state').trim();
  return { block, output, exitCode: state === 'ended' ? 0 : state === 'started' ? exitCode : null };
}

function replaced(text: string, substitutions: Substitutions): string {
  return substitutions.reduce((all, [from, to]) => all.replaceAll(from, to), text);
}
