import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp, type TestApp } from '../support';

const page =
  '<!doctype html><html lang="en"><head><link rel="icon" href="/favicon.svg" type="image/svg+xml" /><title>Kunci</title></head></html>';
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><script>alert(1)</script><path d="M0 0h9"/></svg>';
const navigation = { accept: 'text/html,*/*;q=0.8' };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-brand-'));
  mkdirSync(path.join(folder, '.vite'));
  writeFileSync(path.join(folder, '.vite/manifest.json'), '{}');
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'logo.svg'), logo);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a console with the name, logo and colour of its operator', () => {
  let test: TestApp;

  beforeAll(async () => {
    const brand = {
      BRAND_NAME: 'Keys & "Locks" <$&>',
      BRAND_LOGO_FILE: path.join(folder, 'logo.svg'),
      BRAND_COLOR: '#ffcc00',
    };
    test = await startApp({ env: { CONSOLE_DIR: folder, ...brand } });
  });
  afterAll(() => test.close());

  const ask = (url: string, headers: Record<string, string> = navigation) =>
    test.app.inject({ method: 'GET', url, headers });

  it('200 says the name in the tab, and to its own script, whatever is in it', async () => {
    const { body } = await ask('/sign-in');

    expect(body).toContain('<title>Keys &amp; &quot;Locks&quot; &lt;$&amp;&gt;</title>');
    expect(body).toContain('<meta name="kunci-brand" content="Keys &amp; &quot;Locks&quot; &lt;$&amp;&gt;"');
  });

  it('200 colours both themes', async () => {
    const { body } = await ask('/');

    expect(body).toMatch(/html:root\{--kunci-accent:#\w{6};/);
    expect(body).toMatch(/html:root\[data-mantine-color-scheme='dark'\]\{--kunci-accent:#ffcc00;/);
  });

  it('200 shows the logo, which is kept for a year and cannot run what is in it', async () => {
    const [, address = ''] =
      /data-logo="([^"]+)" data-width="24" data-height="24"/.exec((await ask('/')).body) ?? [];

    const answer = await ask(address, { accept: 'image/*' });

    expect(answer).toMatchObject({ statusCode: 200, body: logo });
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none';style-src 'unsafe-inline';sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await ask('/')).body).toContain(`<link rel="icon" href="${address}" type="image/svg+xml" />`);
  });

  it.each(['/brand/', '/brand/0000000000000000.svg', '/brand/..%2flogo.svg'])(
    '404 is any other file there: %s',
    async (address) => {
      expect((await ask(address, { accept: 'image/*' })).statusCode).toBe(404);
    },
  );
});

describe('a console that nobody has branded', () => {
  it('200 is as it was built', async () => {
    const test = await startApp({ env: { CONSOLE_DIR: folder } });

    expect((await test.app.inject({ method: 'GET', url: '/', headers: navigation })).body).toBe(page);
    await test.close();
  });
});
