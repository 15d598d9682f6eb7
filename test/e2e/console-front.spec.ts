import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { startApp, type TestApp } from '../support';

const page = `<!doctype html><html lang="en"><head><title>Kunci</title>
<script type="module" src="/assets/a.js"></script><link rel="stylesheet" href="/assets/a.css"></head>
<body><div id="root"><i>Loading</i></div></body></html>`;
const form = (text: string) =>
  `<header><img src="\uE000logo\uE000"/>\uE000brand\uE000</header><form>${text}</form>`;
const front = {
  script: 'void 0;',
  css: 'form{color:red}',
  html: {
    en: { open: form('Sign in or up'), closed: form('Sign in') },
    id: { open: form('Masuk atau daftar'), closed: form('Masuk') },
  },
  parts: { en: ['/assets/en.js'], id: ['/assets/id.js'] },
};
const navigation = { accept: 'text/html,*/*;q=0.8' };
const session = 'kunci_session=abc';

let folder: string;
let test: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-front-'));
  for (const [name, content] of Object.entries({
    '.vite/manifest.json': '{}',
    '.front/front.json': JSON.stringify(front),
    'index.html': page,
  })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  test = await startApp({ env: { CONSOLE_DIR: folder, SIGN_UP: 'closed', BRAND_NAME: 'Keys & Co' } });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const ask = (url: string, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'GET', url, headers: { ...navigation, ...headers } });

describe('the page for someone who is not signed in', () => {
  it.each(['/sign-in', '/', '/keys?page=2', '/sign-in?next=/keys'])(
    '200 has the form before anything that has to be loaded: %s',
    async (url) => {
      const { body, headers } = await ask(url);

      const at = (text: string) => body.indexOf(text);
      expect(at('<style>form{color:red}')).toBeGreaterThan(0);
      expect(at('<form>Sign in</form>')).toBeGreaterThan(at('</head>'));
      for (const later of ['/assets/a.js', '/assets/a.css', '/assets/en.js'])
        expect(at(later)).toBeGreaterThan(at('</form>'));
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
      });
    },
  );

  it('200 has the brand of this server', async () => {
    const { body } = await ask('/sign-in');

    expect(body).toContain('<header><img src="/favicon.svg"/>Keys &amp; Co</header>');
  });

  it('200 lets its own script run, and no other', async () => {
    const policy = String((await ask('/sign-in')).headers['content-security-policy']);

    expect(policy).toMatch(/;script-src 'self' 'sha256-[\w+/]{43}=';/);
    expect(policy).not.toContain("script-src 'unsafe-inline'");
  });

  it.each([
    [{ 'accept-language': 'id-ID,id;q=0.9,en;q=0.8' }, 'id'],
    [{ 'accept-language': 'de,id;q=0.5' }, 'en'],
    [{ 'accept-language': 'id', cookie: 'a=b; kunci_language=en' }, 'en'],
    [{ cookie: 'kunci_language=id' }, 'id'],
    [{ cookie: 'kunci_language=xx' }, 'en'],
    [{}, 'en'],
  ])('200 speaks the language that was chosen, or is preferred: %j', async (headers, language) => {
    const { body } = await ask('/sign-in', headers);

    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(`<form>${language === 'id' ? 'Masuk' : 'Sign in'}</form>`);
    expect(body).toContain(`/assets/${language}.js`);
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ])('200 is packed where %s is accepted', async (accepted, encoding, unpack) => {
    const packed = await ask('/sign-in', { 'accept-encoding': accepted });

    expect(packed.headers).toMatchObject({ 'content-encoding': encoding });
    expect(String(packed.headers['vary'])).toContain('accept-encoding');
    expect(unpack(packed.rawPayload).toString()).toBe((await ask('/sign-in')).body);
  });
});

describe('the page of the console as it was built', () => {
  it.each([
    ['who is signed in', '/sign-in', session],
    ['who is signed in over https', '/', `a=b; __Host-${session}`],
    ['who founds a company', '/sign-up', ''],
    ['who was invited', '/invitation', ''],
    ['who chooses another password', '/password-reset?x', ''],
  ])('200 is for %s', async (_who, url, cookie) => {
    const { body, headers } = await ask(url, cookie === '' ? {} : { cookie });

    expect(body).not.toContain('<form>');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('404 is where the drawing lies', async () => {
    expect((await ask('/.front/front.json', { accept: '*/*' })).statusCode).toBe(404);
  });
});

describe('the page of every pattern', () => {
  const patterns = '/styleguide';

  it('200 is there in development', async () => {
    expect(await ask(patterns)).toMatchObject({ statusCode: 200 });
  });

  it('404 is not, in production', async () => {
    const secret = () => randomBytes(32).toString('base64');
    const production = {
      KUNCI_MODE: 'production',
      KUNCI_PEPPERS: `v1:${secret()}`,
      KUNCI_KEKS: `v1:${secret()}`,
      KUNCI_AUDIT_KEY: secret(),
    };
    const shipped = await startApp({ env: { CONSOLE_DIR: folder, ...production } });

    const statuses = ['', '/', '?x'].map(async (rest) => {
      const answer = await shipped.app.inject({ method: 'GET', url: patterns + rest, headers: navigation });
      return answer.statusCode;
    });

    expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
    await shipped.close();
  });
});
