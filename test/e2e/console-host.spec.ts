import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../support';

const page =
  '<!doctype html><title>A console</title><script type="module" src="/assets/main-4f2a.js"></script>';
const script = 'document.title = "started";';
const problem = 'application/problem+json; charset=utf-8';
const navigation = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** A console of three files, as the build would leave it. */
const built: Record<string, string | Buffer> = {
  '.vite/manifest.json': '{}',
  'index.html': page,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/main-4f2a.js': script,
  'assets/main-4f2a.js.br': brotliCompressSync(script),
  'assets/main-4f2a.js.gz': gzipSync(script),
  'assets/plain-77c1.css': 'body { color: black }',
};

let folder: string;
let test: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-console-'));
  for (const [name, content] of Object.entries(built)) {
    mkdirSync(path.dirname(path.join(folder, 'console', name)), { recursive: true });
    writeFileSync(path.join(folder, 'console', name), content);
  }
  writeFileSync(path.join(folder, 'secret.txt'), 'beside the console');
  test = await startApp({ env: { CONSOLE_DIR: path.join(folder, 'console') } });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

/** Asks as a browser would, to the letter of the address. */
async function ask(
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' | 'POST' = 'GET',
) {
  const response = await test.app.inject({ method, url, headers });
  const { statusCode: status, headers: answered, body, rawPayload } = response;
  return {
    status,
    type: answered['content-type'],
    cache: answered['cache-control'],
    answered,
    body,
    rawPayload,
  };
}

describe('the page of the console', () => {
  it.each(['/', '/?next=/keys', '/keys', '/keys/019a?tab=usage', '/settings/developer', '/apis'])(
    '200 for a browser that navigates to %s, and is not cached',
    async (url) => {
      expect(await ask(url, navigation)).toMatchObject({
        status: 200,
        type: 'text/html; charset=utf-8',
        cache: 'no-store',
        body: page,
      });
    },
  );

  it('200 is at / whatever is accepted', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: page });
  });

  it('200 answers HEAD without its body', async () => {
    expect(await ask('/keys', navigation, 'HEAD')).toMatchObject({
      status: 200,
      body: '',
      cache: 'no-store',
    });
  });

  it('lets no inline script run, and nothing be loaded from or framed by another site', async () => {
    const policy = String((await ask('/', navigation)).answered['content-security-policy']).split(';');

    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ]),
    );
  });

  it.each([
    '/api/v1/nothing',
    '/api',
    '/core/api/v1/nothing',
    '/core/other',
    '/docs/nothing',
    '/health',
    '/health/nothing',
    '/metrics',
    '/metrics/nothing',
    '/assets/nothing-0000.js',
    '/assets/',
  ])('404 at %s, even for a browser that navigates there', async (url) => {
    expect(await ask(url, navigation)).toMatchObject({ status: 404, type: problem });
  });

  it('404 is not the answer to a request for something other than a page', async () => {
    expect(await ask('/keys')).toMatchObject({ status: 404, type: problem });
    expect(await ask('/logo.png', { accept: 'image/*,*/*' })).toMatchObject({ status: 404 });
    expect(await ask('/keys', navigation, 'POST')).toMatchObject({ status: 404 });
  });

  it('leaves /docs and /openapi.json as they are', async () => {
    expect((await ask('/docs', navigation)).body).toContain('<title>Kunci API</title>');
    expect(JSON.parse((await ask('/openapi.json', navigation)).body)).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('the files of the console', () => {
  it('200 are kept for a year where they are named by their content', async () => {
    expect(await ask('/assets/main-4f2a.js')).toMatchObject({
      status: 200,
      type: expect.stringMatching(/^(text|application)\/javascript/),
      cache: 'public, max-age=31536000, immutable',
      body: script,
    });
  });

  it('200 are asked for again where they are not, and need not be sent again', async () => {
    const first = await ask('/favicon.svg');
    const second = await ask('/favicon.svg', { 'if-none-match': String(first.answered['etag']) });

    expect(first).toMatchObject({ status: 200, type: 'image/svg+xml', cache: 'no-cache' });
    expect(second).toMatchObject({ status: 304, body: '' });
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('200 come as %s where that is understood', async (encoding, unpack) => {
    const { answered, rawPayload, type, cache } = await ask('/assets/main-4f2a.js', {
      'accept-encoding': encoding,
    });

    expect(answered).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(type).toMatch(/javascript/);
    expect(cache).toBe('public, max-age=31536000, immutable');
    expect(unpack(rawPayload).toString()).toBe(script);
  });

  it('200 come as they are where nothing was packed', async () => {
    const { status, answered, body } = await ask('/assets/plain-77c1.css', { 'accept-encoding': 'br, gzip' });

    expect({ status, encoding: answered['content-encoding'], body }).toEqual({
      status: 200,
      encoding: undefined,
      body: built['assets/plain-77c1.css'],
    });
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/assets/....//secret.txt',
    '//secret.txt',
    '/.vite/manifest.json',
    '/assets/main-4f2a.js.br',
    '/index.html',
    '/assets/main-4f2a.js%00.css',
  ])('404 are no more than these: %s', async (url) => {
    expect(await ask(url)).toMatchObject({ status: 404, type: problem });
    // Who navigates gets the page at most.
    expect([page, expect.stringContaining('"not-found"')]).toContainEqual((await ask(url, navigation)).body);
  });
});

describe('without a built console', () => {
  let bare: TestApp;

  beforeAll(async () => {
    bare = await startApp({ env: { CONSOLE_DIR: path.join(folder, 'nowhere') } });
  });
  afterAll(() => bare.close());

  it('404 / says what to do', async () => {
    const answer = await bare.app.inject({ method: 'GET', url: '/' });

    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      code: 'console-not-built',
      detail: expect.stringContaining('npm run build'),
    });
  });

  it('200 the API works', async () => {
    expect(await bare.anyone.get('/health/ready')).toMatchObject({ status: 200 });
    expect(await bare.anyone.get('/me')).toMatchObject({ status: 401 });
  });
});
