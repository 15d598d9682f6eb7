'use strict';

/*
 * node test/frozen/version-0.1/make.cjs FOLDER
 *
 * Fills a database with the server of version 0.1.0, built in FOLDER, and writes it beside this file, with what opens it. It
 * ran once; README.md says how. Not to be run again: what is kept is what that version wrote.
 */

const { Buffer } = require('node:buffer');
const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createInterface } = require('node:readline');
const { gzipSync } = require('node:zlib');

const password = 'correct horse battery';
const fixed = (byte) => Buffer.alloc(32, byte).toString('base64');
const secrets = { KUNCI_PEPPERS: `v1:${fixed(1)}`, KUNCI_KEKS: `v1:${fixed(2)}`, KUNCI_AUDIT_KEY: fixed(3) };

const dist = path.join(path.resolve(process.argv[2]), 'dist/src');
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'kunci-frozen-'));
const env = { ...secrets, PATH: process.env.PATH, KUNCI_MODE: 'production', DATA_DIR: data, PORT: '0' };

async function main() {
  const operator = { username: 'operator@kunci.test', password };
  execFileSync(process.execPath, [path.join(dist, 'cli/operator.js'), operator.username], {
    env,
    input: `${password}\n`,
  });
  const server = spawn(process.execPath, [path.join(dist, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const contents = await fill(new Api(await addressOf(server)), operator).finally(() =>
    server.kill('SIGTERM'),
  );
  await ended;
  const write = (name, content) => fs.writeFileSync(path.join(__dirname, name), content);
  write('kunci.db.gz', gzipSync(fs.readFileSync(path.join(data, 'kunci.db')), { level: 9 }));
  write(
    'contents.json',
    `${JSON.stringify({ made: new Date(), secrets, password, ...contents }, null, 2)}\n`,
  );
  fs.rmSync(data, { recursive: true });
}

async function fill(api, operator) {
  const staff = await api.signIn(operator);
  await staff.send('POST', '/platform/products', {
    code: 'qris',
    name: 'QRIS',
    grants: ['sales-invoices:read'],
  });
  const owner = { username: 'owner@kept.test', password };
  const { company } = await api.send('POST', '/companies', { name: 'Kept', slug: 'kept', owner });
  const boss = await api.signIn(owner);
  await boss.send('POST', '/company/submission');
  await staff.send('POST', `/platform/companies/${company.id}/approve`);
  await staff.send('PUT', `/platform/companies/${company.id}/products/qris`, { enabled: true });
  await boss.send('PATCH', '/settings', { keys: { personal: { enabled: true } } });
  const { member, invited } = await people(api, boss);
  const kept = await keys(boss, await api.signIn({ username: member, password }));
  return { owner: owner.username, operator: operator.username, member, invited, keys: kept };
}

async function people(api, boss) {
  const { data: roles } = await boss.send('GET', '/roles');
  const given = roles.filter(({ name }) => /^(Member|API Key .*)$/.test(name)).map(({ id }) => id);
  const invite = (username) => boss.send('POST', '/users', { username, roles: given });
  const { invitation } = await invite('member@kept.test');
  await api.send('POST', '/invitations/redeem', { token: invitation.token, password });
  const { invitation: open } = await invite('invited@kept.test');
  return { member: 'member@kept.test', invited: { username: 'invited@kept.test', token: open.token } };
}

async function keys(boss, member) {
  const make = (wish) => boss.send('POST', '/keys', wish);
  const prefixed = await make({ kind: 'company', name: 'Prefixed' });
  const product = await make({ kind: 'product', product: 'qris', name: 'Product' });
  const personal = await member.send('POST', '/keys', { kind: 'personal', name: 'Personal' });
  const rotated = await make({ kind: 'company', name: 'Rotated' });
  const { secret } = await boss.send('POST', `/keys/${rotated.key.id}/rotate`, { overlapSeconds: 0 });
  const revoked = await make({ kind: 'company', name: 'Revoked' });
  await boss.send('POST', `/keys/${revoked.key.id}/revoke`, {});
  await boss.send('PATCH', '/settings', {
    keys: { company: { format: 'hex32', visibility: 'recoverable' } },
  });
  const hex32 = await make({ kind: 'company', name: 'Hex32' });
  return {
    good: {
      prefixed: prefixed.secret,
      hex32: hex32.secret,
      product: product.secret,
      personal: personal.secret,
      rotated: secret,
    },
    ended: { revoked: revoked.secret, superseded: rotated.secret },
    recoverable: { id: hex32.key.id, secret: hex32.secret },
  };
}

class Api {
  constructor(address, cookie = '') {
    this.address = address;
    this.cookie = cookie;
  }

  async signIn({ username, password: typed }) {
    const answer = await this.ask('POST', '/sessions', { username, password: typed });
    return new Api(this.address, answer.headers.get('set-cookie').split(';')[0]);
  }

  async send(method, route, body) {
    const answer = await this.ask(method, route, body);
    return answer.json();
  }

  async ask(method, route, body) {
    const headers = {
      cookie: this.cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await globalThis.fetch(`${this.address}/api/v1${route}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('The server did not start')));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const entry = line.startsWith('{') ? JSON.parse(line) : {};
      if (entry.msg === 'listening') resolve(entry.address);
    });
  });
}

main().catch((fault) => {
  console.error(fault);
  process.exitCode = 1;
});
