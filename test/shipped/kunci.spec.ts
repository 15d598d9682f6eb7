import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { freePort } from '../support/free-port';
import { type ShippedServer, startShipped } from './support';
import { endOf, KunciUser } from './support/kunci';

const password = 'kunci-demo-2026';
const pin = '246810';
const nobody = '01900000-0000-7000-8000-000000000000';

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

/** A person with a shell does their daily work with `kunci`, on the program that ships. */
describe('kunci, the command line,', () => {
  let server: ShippedServer;
  let user: KunciUser;

  beforeAll(async () => {
    server = await startShipped('development on SQLite');
    user = new KunciUser();
  });
  afterAll(async () => {
    user.leave();
    await server.close();
  });

  const signIn = (username: string, typed = `${password}\n`) =>
    user.run(['login', server.address, '--username', username], { typed });
  const created = async (name: string): Promise<{ id: string; secret: string }> => {
    const { stdout } = await user.run(['keys', 'create', '--kind', 'company', '--name', name, '--json']);
    const { key, secret } = JSON.parse(stdout);
    return { id: key.id, secret };
  };
  const inHome = (name: string): string => path.join(user.home, name);

  describe('signs in', () => {
    it('with a password from standard input, and keeps the session where only its owner reads it', async () => {
      const signedIn = await signIn('owner@orbit-bookings.test');
      const me = await user.run(['whoami', '--json']);

      expect(signedIn).toMatchObject({ code: 0, stdout: '' });
      expect(JSON.parse(me.stdout)).toMatchObject({
        username: 'owner@orbit-bookings.test',
        method: 'password',
      });
      const kept = inHome('.config/kunci/login.json');
      expect([modeOf(kept), modeOf(path.dirname(kept))]).toEqual(['600', '700']);
      expect(readFileSync(kept, 'utf8')).not.toContain(password);
    });

    it('refuses a wrong password, and stays signed in as before', async () => {
      const refused = await signIn('owner@orbit-bookings.test', 'wrong\n');
      const me = await user.run(['whoami']);

      expect(refused).toMatchObject({ code: 3, stdout: '' });
      expect(refused.stderr).toContain('(invalid-credentials)');
      expect(me.code).toBe(0);
    });

    it('asks for a password at a terminal, and shows none of it', async () => {
      const { code, stdout } = await user.atTerminal(
        `login ${server.address} --username owner@orbit-bookings.test`,
        [['Password: ', password]],
      );

      expect(code).toBe(0);
      expect(stdout).toContain('You are signed in');
      expect(stdout).not.toContain(password);
    });

    it('takes no secret as an argument', async () => {
      const args = [
        'login',
        server.address,
        '--username',
        'owner@orbit-bookings.test',
        '--password',
        password,
      ];
      const { code, stderr } = await user.run(args);

      expect(code).toBe(2);
      expect(stderr).not.toContain(password);
    });

    it('with a key of the environment, which outranks the session', async () => {
      const { secret } = await created('Of the environment');
      const env = { KUNCI_URL: server.address, KUNCI_KEY: secret };
      const me = await user.run(['whoami', '--json'], { env });

      expect(JSON.parse(me.stdout)).toMatchObject({ method: 'api-key', key: { name: 'Of the environment' } });
    });

    it('sends a session to no other server than its own', async () => {
      const asked: string[] = [];
      const other = createServer((request, response) => {
        asked.push(String(request.headers.cookie));
        response.end();
      });
      await once(other.listen(0, '127.0.0.1'), 'listening');
      // A cast: it listens on a port.
      const { port } = other.address() as AddressInfo;
      const { code } = await user.run(['whoami'], { env: { KUNCI_URL: `http://127.0.0.1:${port}` } });
      other.close();

      expect({ code, asked }).toEqual({ code: 3, asked: [] });
    });
  });

  describe('puts a secret', () => {
    it('into a new file that only its owner reads, and shows it nowhere', async () => {
      const args = [
        'keys',
        'create',
        '--kind',
        'company',
        '--name',
        'Into a file',
        '--output-file',
        'secret.txt',
      ];
      const { code, stdout, stderr } = await user.run([...args, '--json']);
      const secret = readFileSync(inHome('secret.txt'), 'utf8').trim();
      const again = await user.run(args);

      expect({ code, mode: modeOf(inHome('secret.txt')) }).toEqual({ code: 0, mode: '600' });
      expect(secret).toMatch(/^kunci_/);
      expect(stdout + stderr).not.toContain(secret);
      expect(JSON.parse(stdout)).toMatchObject({ key: { name: 'Into a file' } });
      expect(again).toMatchObject({ code: 2, stdout: '' });
      expect(readFileSync(inHome('secret.txt'), 'utf8').trim()).toBe(secret);
    });

    it('and nothing else on standard output, where a shell redirects it into a file', async () => {
      const made = await user.shell('umask 022; kunci keys create --kind company --name Piped > piped.txt');
      const verified = await user.shell('kunci keys verify --cost 0 --json < piped.txt', {
        KUNCI_URL: server.address,
        KUNCI_KEY: readFileSync(inHome('piped.txt'), 'utf8').trim(),
      });

      expect(readFileSync(inHome('piped.txt'), 'utf8')).toMatch(/^kunci_\w+\n$/);
      expect(modeOf(inHome('piped.txt'))).toBe('600');
      expect(made.stderr).toContain('Created the company key “Piped”');
      expect(made.stderr).not.toContain('kunci_');
      expect(JSON.parse(verified.stdout)).toMatchObject({ valid: true });
    });

    it('nowhere where the server refuses, and leaves no file', async () => {
      const args = [
        'keys',
        'create',
        '--kind',
        'product',
        '--product',
        'nothing',
        '--output-file',
        'none.txt',
      ];
      const { code, stderr } = await user.run(args);

      expect(code).toBe(1);
      expect(stderr).toContain('(');
      expect(existsSync(inHome('none.txt'))).toBe(false);
    });
  });

  describe('leads a key through its life:', () => {
    it('rotates it with an overlap, disables, enables and revokes it', async () => {
      const { id, secret } = await created('Life');
      const rotated = await user.run(['keys', 'rotate', id, '--overlap', '1h', '--json']);
      const disabled = await user.run(['keys', 'disable', id, '--json']);
      const enabled = await user.run(['keys', 'enable', id]);
      const revoked = await user.run(['keys', 'revoke', id, '--reason', 'Over', '--yes', '--json']);
      const shown = await user.run(['keys', 'show', id, '--json']);

      expect([rotated, disabled, enabled, revoked, shown].map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
      expect(JSON.parse(rotated.stdout).secret).not.toBe(secret);
      expect(JSON.parse(rotated.stdout).key.superseded).not.toBeNull();
      expect(JSON.parse(disabled.stdout).key.status).toBe('disabled');
      expect(JSON.parse(revoked.stdout).revocation).toMatchObject({ effectiveEverywhere: true });
      expect(JSON.parse(shown.stdout)).toMatchObject({ status: 'revoked', revokedReason: 'Over' });
    });

    it('revokes nothing unless that is confirmed', async () => {
      const { id } = await created('Kept');
      const unasked = await user.run(['keys', 'revoke', id]);
      const declined = await user.atTerminal(`keys revoke ${id}`, [['[y/N] ', 'n']]);
      const ended = await user.run(['keys', 'rotate', id, '--overlap', '0']);
      const shown = await user.run(['keys', 'show', id, '--json']);

      expect([unasked.code, declined.code, ended.code]).toEqual([2, 1, 2]);
      expect(unasked.stderr).toContain('--yes');
      expect(JSON.parse(shown.stdout)).toMatchObject({ status: 'active', superseded: null });
    });

    it('lists as columns and as JSON, without colours where it is no terminal', async () => {
      const list = await user.run(['keys', 'list', '--limit', '3']);
      const json = await user.run(['keys', 'list', '--status', 'active', '--search', 'Kept', '--json']);
      const [coloured, plain] = [
        await user.atTerminal('keys list', []),
        await user.shell(
          `script -qec "'${process.execPath}' $(declare -f kunci | grep -o "/[^' ]*kunci.js") keys list" /dev/null`,
          {
            NO_COLOR: '1',
          },
        ),
      ];

      expect(list.stdout.split('\n')).toHaveLength(5);
      expect(list.stdout).toMatch(/^ID +NAME +KIND/);
      expect(list.stderr).toContain('There are more');
      expect(JSON.parse(json.stdout)).toMatchObject([{ name: 'Kept', status: 'active' }]);
      const escape = '\u001b[';
      expect([list.stdout, coloured.stdout, plain.stdout].map((text) => text.includes(escape))).toEqual([
        false,
        true,
        false,
      ]);
    });
  });

  describe('proves who one is', () => {
    const act = ['keys', 'create', '--kind', 'product', '--product', 'disbursement', '--output-file'];
    beforeAll(() => signIn('superadmin@lintas-pay.test'));
    afterAll(() => signIn('owner@orbit-bookings.test'));

    it('only where the proof is piped in on purpose, or at a terminal', async () => {
      const unproved = await user.run([...act, 'unproved.txt'], { typed: `${pin}\n` });
      const wrong = await user.run([...act, 'wrong.txt', '--proof-stdin'], { typed: '111222\n' });
      const proved = await user.run([...act, 'proved.txt', '--proof-stdin'], { typed: `${pin}\n` });
      const listed = await user.run([
        'keys',
        'list',
        '--product',
        'disbursement',
        '--status',
        'active',
        '--json',
      ]);
      const [{ id }] = JSON.parse(listed.stdout);
      const asked = await user.atTerminal(`keys revoke ${id} --yes`, [['PIN: ', pin]]);

      expect([unproved.code, wrong.code, proved.code, asked.code]).toEqual([1, 1, 0, 0]);
      expect(unproved.stderr).toContain('--proof-stdin');
      expect(wrong.stderr).toContain('(step-up-failed)');
      expect(readFileSync(inHome('proved.txt'), 'utf8')).toMatch(/^kunci_/);
      expect(asked.stdout).not.toContain(pin);
    });
  });

  describe('follows the audit trail', () => {
    it('until it is interrupted, and goes on behind a position', async () => {
      const tail = user.start(['events', 'tail', '--last', '1', '--interval', '1s', '--json']);
      const ended = endOf(tail);
      await once(tail.stdout, 'data');
      // It may be told of the key before the command that makes it has ended.
      const told = once(tail.stdout, 'data');
      const { id } = await created('Tailed');
      await told;
      tail.kill('SIGINT');
      const { code, stdout, stderr } = await ended;
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const [, position = ''] = /--after (\d+)/.exec(stderr) ?? [];
      await user.run(['keys', 'revoke', id, '--yes']);
      const rest = await user.run(['events', 'tail', '--after', position, '--no-follow', '--json']);

      expect(code).toBe(0);
      expect(lines.at(-1)).toMatchObject({ type: 'key.generated', target: { id } });
      expect(
        rest.stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toMatchObject([{ type: 'key.revoked', target: { id } }]);
    });

    it('since a time, in the order in which it happened', async () => {
      const tail = ['events', 'tail', '--no-follow', '--json'];
      const lately = await user.run([...tail, '--since', '1h', '--type', 'key.generated']);
      const { stdout } = await user.run([...tail, '--since', '2000-01-01', '--type', 'member.removed']);

      const positions = lately.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).position as number);
      expect(positions.length).toBeGreaterThan(3);
      expect(positions).toEqual([...positions].sort((one, other) => one - other));
      expect(stdout).toBe('');
    });

    it('past a server that does not answer for a while', async () => {
      const flaky = await flakyServer();
      const tail = user.start(['events', 'tail', '--interval', '1s', '--json'], {
        KUNCI_URL: flaky.address,
        KUNCI_KEY: 'kunci_any',
      });
      const ended = endOf(tail);
      await once(tail.stdout, 'data');
      tail.kill('SIGINT');

      expect(await ended).toMatchObject({ code: 0, stderr: expect.stringContaining('Trying again') });
      flaky.server.close();
    });
  });

  describe('ends with a code', () => {
    it.each([
      ['2 for what is typed wrongly', ['keys', 'nonsense'], 2, 'unknown command'],
      ['2 for an option that it does not know', ['keys', 'list', '--nonsense'], 2, 'unknown option'],
      ['2 for an odd number', ['keys', 'list', '--limit', 'many'], 2, '--limit takes'],
      ['2 for an odd address', ['doctor', 'ftp://keys.example.com'], 2, 'https://'],
      ['1 for what the server refuses', ['companies', 'list', '--all'], 1, '(forbidden)'],
      ['4 for what is not there', ['keys', 'show', nobody], 4, '(not-found)'],
      ['4 for what cannot be an id', ['keys', 'show', 'x y/z'], 4, '(not-found)'],
    ])('%s', async (_what, args, code, said) => {
      const ended = await user.run(args);

      expect(ended).toMatchObject({ code, stdout: '' });
      expect(ended.stderr).toContain(said);
    });

    it('3 for a key that is not valid, or cannot be one', async () => {
      const withKey = (KUNCI_KEY: string) =>
        user.run(['whoami'], { env: { KUNCI_URL: server.address, KUNCI_KEY } });
      const [unknown, odd] = [await withKey('kunci_nonsense'), await withKey('ключ')];

      expect([unknown.code, odd.code]).toEqual([3, 3]);
      expect(unknown.stderr).toContain('(invalid-credentials)');
    });

    it('5 where nothing answers, or something else than Kunci does', async () => {
      const page = createServer((_request, response) =>
        response.setHeader('content-type', 'text/html').end('<p>'),
      );
      await once(page.listen(0, '127.0.0.1'), 'listening');
      // A cast: it listens on a port.
      const { port } = page.address() as AddressInfo;
      const at = (KUNCI_URL: string) => user.run(['whoami'], { env: { KUNCI_URL, KUNCI_KEY: 'kunci_any' } });
      const [closed, other] = [
        await at(`http://127.0.0.1:${await freePort()}`),
        await at(`http://127.0.0.1:${port}`),
      ];
      page.close();

      expect([closed.code, other.code]).toEqual([5, 5]);
      expect(closed.stderr).toContain('ECONNREFUSED');
      expect(other.stderr).toContain('not as Kunci does');
    });

    it('0 where the reader of a list has seen enough', async () => {
      const { stdout } = await user.shell('kunci keys list | head -1; echo "${PIPESTATUS[0]}"');

      expect(stdout.trim().split('\n').at(-1)).toBe('0');
    });
  });

  describe('finds what is wrong', () => {
    it('nothing, where all is well', async () => {
      const { code, stdout } = await user.run(['doctor', '--json']);

      expect(code).toBe(0);
      const findings: { about: string; verdict: string }[] = JSON.parse(stdout);
      expect(Object.fromEntries(findings.map(({ about, verdict }) => [about, verdict]))).toEqual({
        ...{ server: 'good', clock: 'good', database: 'good', version: 'good' },
        ...{ encryption: 'good', credentials: 'good' },
      });
    });

    it('a server that is not there, and credentials that are not valid', async () => {
      const gone = await user.run(['doctor', 'http://127.0.0.1:1']);
      const env = { KUNCI_URL: server.address, KUNCI_KEY: 'kunci_nonsense' };
      const refused = await user.run(['doctor'], { env });

      expect([gone.code, refused.code]).toEqual([5, 3]);
      expect(gone.stdout).toContain('does not answer');
      expect(refused.stdout).toMatch(/bad +credentials/);
    });
  });

  it('signs out here and at the server', async () => {
    const kept = readFileSync(inHome('.config/kunci/login.json'), 'utf8');
    const signedOut = await user.run(['logout']);
    const after = await user.run(['whoami']);
    writeFileSync(inHome('.config/kunci/login.json'), kept);
    const replayed = await user.run(['whoami']);

    expect([signedOut.code, after.code, replayed.code]).toEqual([0, 3, 3]);
    expect(replayed.stderr).toContain('kunci login');
  });
});

/** Answers 503 at first, and then as an audit trail with one event. */
async function flakyServer(): Promise<{ server: Server; address: string }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json');
    if (asked === 1) return response.writeHead(503).end('{}');
    const event = { position: 7, at: '2026-01-01T00:00:00Z', type: 'key.revoked', data: {} };
    return response.end(JSON.stringify({ data: [event], pagination: { cursor: null, hasMore: false } }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A cast: it listens on a port.
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}` };
}
