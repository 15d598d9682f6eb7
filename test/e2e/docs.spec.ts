import { EventCatalogue } from '../../libs/events';
import { fieldFaultCodes, problemCatalogue } from '../../libs/problems';
import { manifests } from '../../src/manifests';
import { type Answer, startApp, type TestApp } from '../support';

let test: TestApp;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Names of XML dialects look like addresses, but nobody goes there. */
const namespaces = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];

/** What a text says of other hosts: absolute and protocol-relative addresses. */
function otherHosts(text: string): string[] {
  const addresses =
    text.match(/\b(?:https?|wss?|ftp):\/\/[^\s"'<>)]+|["'(=]\/\/[\w.-]+\.\w[^\s"'<>)]*/g) ?? [];
  return addresses.filter((address) => !namespaces.includes(address));
}

/** What a browser at `page` would fetch for this HTML, as it would resolve it. */
function assetsOf(html: string, page: string): URL[] {
  const references = [
    ...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\s(?:src|href)=["']([^"']+)["']/g),
  ];
  return references.map(([, reference]) => new URL(reference ?? '', `http://kunci.test${page}`));
}

function directive(answer: Answer, name: string): string[] {
  const policy = String(answer.headers['content-security-policy']);
  const found = policy.split(';').find((part) => part.trim().startsWith(`${name} `));
  return found?.trim().split(' ').slice(1) ?? [];
}

interface Listed {
  readonly properties: Readonly<
    Record<string, { readonly enum?: readonly string[]; readonly items?: Listed }>
  >;
}

describe('the OpenAPI document', () => {
  it('200 is served to anyone, as the very document the application made', async () => {
    const served = await test.anyone.get('/openapi.json');

    expect(served.status).toBe(200);
    expect(served.headers['content-type']).toMatch(/^application\/json/);
    expect(served.body).toEqual(JSON.parse(JSON.stringify(test.document())));
  });

  it('lists every problem code, every fault of a field and every type of event, those of modules too', () => {
    // Casts: the types of the library are those of OpenAPI 3.0, and every schema here is an object.
    const schemas = test.document().components?.schemas as Record<string, Listed>;
    const { code, errors } = schemas['Problem']?.properties ?? {};
    const { type } = schemas['Event']?.properties ?? {};

    expect(code?.enum).toEqual(problemCatalogue(manifests).codes);
    expect(code?.enum).toContain('invoice-number-taken');
    expect(errors?.items?.properties['code']?.enum).toEqual(fieldFaultCodes);
    expect(type?.enum).toContain('sales-invoice.created');
    expect(type?.enum).toEqual(new EventCatalogue(manifests).types);
  });

  it('says for every operation its name, its heading and who may call it', () => {
    const operations = Object.values(test.document().paths).flatMap((path) =>
      Object.values(path).filter((value) => 'responses' in Object(value)),
    );
    const headings = test.document().tags?.map((tag) => tag.name);

    expect(operations.length).toBeGreaterThan(30);
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
    for (const operation of operations) {
      expect(operation).toMatchObject({ summary: expect.any(String), security: expect.any(Array) });
      expect(headings).toContain(operation.tags[0]);
    }
  });

  it('refers to nothing that is not in it', () => {
    const text = JSON.stringify(test.document());
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);

    expect(named.length).toBeGreaterThan(10);
    expect(Object.keys(test.document().components?.schemas ?? {})).toEqual(expect.arrayContaining(named));
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
  });
});

describe.each(['/docs', '/docs/'])('the documentation at %s', (page) => {
  let answer: Answer;

  beforeAll(async () => {
    answer = await test.anyone.get(page);
  });

  it('200 is a page for anyone', () => {
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.body).toContain('<title>Kunci API</title>');
  });

  it('loads all it needs from this server', async () => {
    const assets = assetsOf(answer.body, page);

    expect(assets.map((asset) => asset.pathname)).toEqual(
      expect.arrayContaining([
        '/docs/swagger-ui.css',
        '/docs/swagger-ui-bundle.js',
        '/docs/swagger-ui-init.js',
      ]),
    );
    for (const asset of assets) {
      expect(asset.host).toBe('kunci.test');
      const served = await test.anyone.get(asset.pathname);
      expect({ asset: asset.pathname, status: served.status }).toEqual({
        asset: asset.pathname,
        status: 200,
      });
      expect(Number(served.headers['content-length'])).toBeGreaterThan(0);
    }
  });

  it('names no other host, neither in the page nor in what starts it', async () => {
    const start = await test.anyone.get('/docs/swagger-ui-init.js');

    expect(otherHosts(answer.body)).toEqual([]);
    expect(otherHosts(start.body)).toEqual([]);
  });

  it('is under a policy that lets no inline script run, and has none', () => {
    const scripts = directive(answer, 'script-src');

    expect(scripts).toEqual(["'self'"]);
    expect(directive(answer, 'default-src')).toEqual(["'self'"]);
    expect(answer.body).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(answer.body).not.toMatch(/\son[a-z]+=|href=["']javascript:/i);
  });
});

describe('what starts the documentation', () => {
  it('brings the document along instead of fetching one', async () => {
    const start = String((await test.anyone.get('/docs/swagger-ui-init.js')).body);
    const options = /let options = (\{[\s\S]*?\n\});\n/.exec(start)?.[1] ?? '';

    const brought = { ...JSON.parse(JSON.stringify(test.document())), servers: [{ url: '/' }] };
    expect(JSON.parse(options)).toMatchObject({ swaggerDoc: brought });
    expect(JSON.parse(options).swaggerUrl).toBeUndefined();
  });

  it.each(['/docs/../package.json', '/docs/%2e%2e/%2e%2e/package.json', '/docs/nothing.js'])(
    '404 at %s: only what belongs to it is served',
    async (path) => {
      expect(await test.anyone.get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    },
  );
});
