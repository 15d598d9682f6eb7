import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../support/free-port';
import { proxyPrograms, TlsProxy } from './support/tls-proxy';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';

const integrations = path.resolve(__dirname, '../../integrations');
const counts = process.env['CI'] === 'true';

/** Another address of this machine, so that it cannot be mistaken for that of the proxy. Linux has all of 127/8. */
const clientAddress = '127.0.0.2';
const owner = { username: 'owner@acme.test', password: 'correct horse battery' };

// On a developer's machine a proxy may be missing; where the result counts for others it may not.
describe.each(proxyPrograms.filter((program) => counts || TlsProxy.isInstalled(program)))(
  'behind %s with the file that ships',
  (program) => {
    let server: ShippedServer;
    let proxy: TlsProxy;

    beforeAll(async () => {
      const PORT = String(await freePort());
      const settings = { PORT, PUBLIC_URL: 'https://keys.example.com', TRUST_PROXY: '127.0.0.1' };
      server = await startShipped('production on SQLite', settings);
      proxy = await TlsProxy.before(server.address, await freePort(), program);
      await send('POST', '/companies', {}, { name: 'Acme', slug: 'acme', owner });
    });
    afterAll(async () => {
      await proxy.close();
      await server.close();
    });

    async function send(
      method: string,
      target: string,
      headers: Record<string, string> = {},
      body?: object,
    ): Promise<AnswerOnTheWire> {
      const text = body === undefined ? '' : JSON.stringify(body);
      const type = { 'content-type': 'application/json', 'content-length': String(text.length) };
      const all = { host: 'keys.example.com', ...(body === undefined ? {} : type), ...headers };
      const bytes = requestBytes(method, `/api/v1${target}`, all, text);
      const { answers } = await exchange(proxy.address, [bytes], { methods: [method], from: clientAddress });
      // A cast: without an answer the test fails at what it expects of it.
      return answers[0] as AnswerOnTheWire;
    }

    it('signs a person in with a cookie for https, and sees their own address and no other they claim', async () => {
      const signedIn = await send('POST', '/sessions', { 'x-forwarded-for': '203.0.113.9' }, owner);
      const cookie = signedIn.headers['set-cookie'] ?? '';
      const sessions = await send('GET', '/me/sessions', { cookie: cookie.split(';')[0] ?? '' });

      expect(cookie).toMatch(/^__Host-.*; Secure/);
      expect(JSON.parse(sessions.body).data).toMatchObject([{ address: clientAddress }]);
    });
  },
);

describe('integrations/systemd', () => {
  const unit = readFileSync(path.join(integrations, 'systemd/kunci.service'), 'utf8');
  const settings = readFileSync(path.join(integrations, 'systemd/kunci.env'), 'utf8');

  it('starts the program that package.json starts, as a user of its own, with the settings that ship', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(integrations, '../package.json'), 'utf8'));

    expect(unit).toContain(`\nExecStart=/usr/bin/${scripts['start:prod']}\n`);
    expect(unit).toMatch(/^User=kunci$/m);
    expect(unit).toMatch(/^EnvironmentFile=\/etc\/kunci\/kunci\.env$/m);
    expect(settings).toMatch(/^KUNCI_MODE=production$/m);
  });

  it('may write where the settings keep the data, and has the time that the server needs to stop', () => {
    const [, dataDir] = /^DATA_DIR=(.*)$/m.exec(settings) ?? [];
    const [, state] = /^StateDirectory=(.*)$/m.exec(unit) ?? [];
    const [, stopS] = /^TimeoutStopSec=(.*)$/m.exec(unit) ?? [];

    expect(dataDir).toBe(`/var/lib/${state ?? ''}`);
    expect(Number(stopS)).toBeGreaterThan(17);
  });

  // Where there is no systemd, the lines above are all that can be checked.
  if (spawnSync('systemd-analyze', ['--version']).error === undefined) {
    it('passes systemd-analyze verify', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'kunci-systemd-'));
      const file = path.join(folder, 'kunci.service');
      // It looks for the program: node is where this one is.
      writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
      try {
        const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
          encoding: 'utf8',
        });
        // It warns of what it would ignore, and of other units of the machine.
        expect([status, stderr.split('\n').filter((line) => line.includes(file))]).toEqual([0, []]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
