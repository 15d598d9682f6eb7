import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { type ShippedServer, startShipped } from './support';
import { KunciUser } from './support/kunci';

const password = 'kunci-demo-2026';

/** Others than a person in one company: the backend of the platform, its operators, and a server behind TLS. */
describe('kunci', () => {
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

  const signIn = (username: string) =>
    user.run(['login', server.address, '--username', username], { typed: `${password}\n` });

  it('acts with a service key for the company that is named', async () => {
    const { headers } = await server.wire.post('/sessions', { username: 'operator@kunci.test', password });
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const input = { name: 'Backend', permissions: ['keys:manage', 'companies:manage'] };
    const { body } = await server.wire.post('/platform/service-keys', input, { cookie });

    const signedIn = await user.run(['login', server.address, '--key', '--company', 'orbit-bookings'], {
      typed: `${body.secret}\n`,
    });
    const create = ['keys', 'create', '--kind', 'company', '--name', 'By the backend', '--json'];
    const made = await user.run(create);
    const elsewhere = await user.run([
      'keys',
      'list',
      '--company',
      'lintas-pay',
      '--search',
      'backend',
      '--json',
    ]);
    const all = await user.run(['companies', 'list', '--all', '--search', 'orbit', '--json']);
    const unknown = await user.run(['keys', 'list', '--company', 'nobodys']);

    expect([signedIn, made, elsewhere, all].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(JSON.parse(made.stdout).key.createdBy).toMatchObject({ type: 'service-key', name: 'Backend' });
    expect(JSON.parse(elsewhere.stdout)).toEqual([]);
    expect(JSON.parse(all.stdout)).toMatchObject([{ slug: 'orbit-bookings' }]);
    expect(unknown.stderr).toContain('(unknown-company)');
  });

  it('lists what a company has, and stays with the companies one belongs to', async () => {
    await signIn('superadmin@lintas-pay.test');
    const companies = await user.run(['companies', 'list']);
    const products = await user.run(['products', 'list', '--json']);
    const accounts = await user.run(['service-accounts', 'list', '--json']);
    const stayed = await user.run(['companies', 'use', 'lintas-pay']);
    const foreign = await user.run(['companies', 'use', 'orbit-bookings']);

    expect(companies.stdout).toMatch(/lintas-pay +Lintas Pay +current/);
    expect(JSON.parse(products.stdout)).toContainEqual(expect.objectContaining({ code: 'disbursement' }));
    expect(JSON.parse(accounts.stdout)).toEqual([]);
    expect([stayed.code, foreign.code]).toEqual([0, 4]);
  });

  it('shows operators all companies', async () => {
    await signIn('operator@kunci.test');
    const { stdout } = await user.run(['companies', 'list', '--all', '--status', 'approved', '--json']);

    const companies: { slug: string; status: string }[] = JSON.parse(stdout);
    expect(companies.map(({ slug }) => slug)).toContain('orbit-bookings');
    expect(new Set(companies.map(({ status }) => status))).toEqual(new Set(['approved']));
  });

  describe('at a server behind TLS', () => {
    let tls: Server;
    let address: string;
    let certificate: string;

    beforeAll(async () => {
      const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(user.home, name));
      const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
      const subject = ['-subj', '/CN=kunci', '-addext', 'subjectAltName=IP:127.0.0.1'];
      const files = ['-keyout', key ?? '', '-out', cert ?? ''];
      execFileSync('openssl', ['req', '-x509', ...curve, ...subject, ...files], { stdio: 'ignore' });
      certificate = cert ?? '';
      tls = createServer(
        { key: readFileSync(key ?? ''), cert: readFileSync(certificate) },
        (asked, answer) => {
          const { method, headers, url = '' } = asked;
          const passed = request(server.address + url, { method, headers }, (response) => {
            answer.writeHead(response.statusCode ?? 502, response.headers);
            response.pipe(answer);
          });
          asked.pipe(passed);
        },
      );
      await once(tls.listen(0, '127.0.0.1'), 'listening');
      // A cast: it listens on a port.
      address = `https://127.0.0.1:${(tls.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      tls.closeAllConnections();
      tls.close();
    });

    it('says when this machine does not trust its certificate', async () => {
      const { code, stdout } = await user.run(['doctor', address]);

      expect(code).toBe(5);
      expect(stdout).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    });

    it('finds all well when it does, except that nobody is signed in there', async () => {
      const { code, stdout } = await user.run(['doctor', address], {
        env: { NODE_EXTRA_CA_CERTS: certificate },
      });

      expect(stdout).toMatch(/good +encryption +TLS/);
      expect({ code, credentials: /bad +credentials/.test(stdout) }).toEqual({ code: 3, credentials: true });
    });
  });
});
