import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { completionPlaces } from '../../src/cli/program/completion-places';
import { operatingCommands } from '../../src/cli/program/operating-commands';
import { groups, remoteCommands } from '../../src/cli/program/remote-commands';
import { root } from '../architecture/repository';
import { kunciFile, KunciUser } from './support/kunci';

const names = [...[...remoteCommands, ...operatingCommands].map(({ name }) => name), ...Object.keys(groups)];

/** What needs no server: the help, the completion of shells, and the commands on the machine of the server. */
describe('kunci without a server', () => {
  let user: KunciUser;

  beforeAll(() => {
    user = new KunciUser();
  });
  afterAll(() => user.leave());

  it('begins the help of every command with examples, on standard output', async () => {
    for (const name of [...names, 'completion']) {
      const { code, stdout, stderr } = await user.run([...name.split(' '), '--help']);
      const example = new RegExp(`^kunci ${name}: [^]+?\\n\\nExamples:\\n  .*kunci [^]+?\\n\\nUsage: `);

      expect({ name, code, stderr, helps: example.test(stdout) }).toEqual({
        name,
        code: 0,
        stderr: '',
        helps: true,
      });
    }
  });

  it('shows all commands when it is called without one, and its version', async () => {
    const [plain, asked, version] = [
      await user.run([]),
      await user.run(['--help']),
      await user.run(['--version']),
    ];

    expect(plain).toEqual({ ...asked, code: 0 });
    for (const name of names) expect(plain.stdout).toContain(`\n  ${name.split(' ')[0]} `);
    expect(version.stdout).toBe(
      `${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version}\n`,
    );
  });

  it('is what package.json installs as `kunci`', () => {
    const { bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

    expect(path.join(root, bin.kunci)).toBe(kunciFile);
    expect(readFileSync(kunciFile, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('loads nothing of the server for what calls one', async () => {
    const tell = path.join(user.home, 'tell.cjs');
    const report = "process.on('exit', () => console.error(JSON.stringify(Object.keys(require.cache))));";
    writeFileSync(tell, `${report}\n`);
    const { stderr } = await user.shell(
      `node -r ${tell} ${kunciFile} whoami; node -r ${tell} ${kunciFile} keys create --help`,
    );

    const loaded = stderr.split('\n').filter((line) => line.startsWith('['));
    expect(loaded).toHaveLength(2);
    const ofTheServer =
      /node_modules\/(@nestjs|typeorm|fastify|zod|reflect-metadata)\/|src\/(app|composition)/;
    expect(loaded.flatMap((line) => JSON.parse(line)).filter((file) => ofTheServer.test(file))).toEqual([]);
  });

  describe('completes in bash', () => {
    const completed = async (...words: string[]): Promise<string[]> => {
      const typed = ['kunci', ...words].map((word) => `'${word}'`).join(' ');
      const { stdout } = await user.shell(
        `source <(kunci completion bash); COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _kunci; echo "\${COMPREPLY[*]}"`,
      );
      return stdout.trim().split(' ');
    };

    it.each([
      ['the first word', [''], ['keys', 'doctor', 'backup', '--version']],
      ['the beginning of a word', ['ke'], ['keys']],
      ['the second', ['keys', 'r'], ['rotate', 'revoke', 'reveal']],
      ['options', ['keys', 'create', '--out'], ['--output-file']],
      ['options behind an operand', ['keys', 'rotate', '0190', '--ov'], ['--overlap']],
      ['what an option takes', ['keys', 'create', '--kind', 'p'], ['product', 'personal']],
      ['operating commands', ['restore', '--a'], ['--accept-revived']],
    ])('%s', async (_what, words, expected) => {
      expect(await completed(...words)).toEqual(expect.arrayContaining(expected));
    });

    it('nothing where it knows nothing, so that files are completed', async () => {
      expect(await completed('keys', 'create', '--output-file', 'x')).toEqual(['']);
    });
  });

  it('prints completions for zsh and fish with every word of bash’s', async () => {
    const [zsh, fish] = [await user.run(['completion', 'zsh']), await user.run(['completion', 'fish'])];
    const other = await user.run(['completion', 'tcsh']);

    expect(zsh.stdout).toMatch(/^#compdef kunci\n/);
    for (const { path: place, words } of completionPlaces()) {
      expect(zsh.stdout).toContain(`'${place}') found=(${words.join(' ')}) ;;`);
      expect(fish.stdout).toContain(`-n '__kunci_at ${place}' -a '${words.join(' ')}'`);
    }
    expect(other.code).toBe(2);
  });

  describe('operates on the database of a server', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kunci-test-'));
    // The last two are of the command line, and no setting that the server does not know.
    const env = { DATA_DIR: folder, KUNCI_URL: 'https://keys.example.com', KUNCI_KEY: 'kunci_any' };
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('with the arguments and answers that the commands always had', async () => {
      const migrated = await user.run(['migrate'], { env });
      const made = await user.run(['operator', 'ops@example.com'], {
        env,
        typed: 'correct horse battery staple\n',
      });
      const verified = await user.run(['verify-log'], { env });
      const written = await user.run(['events', '--after', '0'], { env });
      const backup = path.join(folder, 'saved');
      const saved = await user.run(['backup', backup], { env });

      expect([migrated, made, verified, written, saved].map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
      expect(made.stdout).toBe('ops@example.com is an operator now.\n');
      expect(JSON.parse(written.stdout.split('\n')[0] ?? '')).toMatchObject({ type: 'operator.created' });
      expect(statSync(backup).size).toBeGreaterThan(0);
    });

    it('and says how each is typed, or what is wrong', async () => {
      const [typed, refused] = [
        await user.run(['restore', '--event', 'x', 'y'], { env }),
        await user.run(['restore', '--accept-revived', path.join(folder, 'none')], { env }),
      ];

      expect(typed).toMatchObject({ code: 2, stdout: '' });
      expect(typed.stderr).toContain('Usage: kunci restore --events EVENTS BACKUP');
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(/^kunci: .*none/);
    });
  });
});
