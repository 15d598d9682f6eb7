import { type ShippedServer, startShipped } from './support';
import { freePort } from '../support/free-port';

interface ToldProblem {
  readonly code: string;
  readonly statuses: readonly number[];
  readonly remedy: string;
}

const maxPageBytes = 40_000;

let server: ShippedServer;
let problems: readonly ToldProblem[];
let fields: readonly object[];

beforeAll(async () => {
  // A port that is known before: a problem tells where its page is.
  server = await startShipped('development on SQLite', { PORT: String(await freePort()) });
  const list = await open('/problems', 'application/json');
  ({ data: problems, fields } = (await list.json()) as { data: readonly ToldProblem[]; fields: object[] });
});
afterAll(() => server.close());

function open(path: string, accept = 'text/html,*/*;q=0.8', language = 'en'): Promise<Response> {
  const headers = { accept, 'accept-language': language };
  return fetch(new URL(path, server.address), { headers });
}

/** What a browser would load or run. */
function loadedBy(html: string): string[] {
  const elements = html.match(/<(?:script|img|iframe|object|embed|video|audio|link|base)\b[^>]*>/g) ?? [];
  return elements.filter((element) => element !== '<link rel="icon" href="data:,">');
}

describe('the type of a problem', () => {
  it('leads to a page about its code', async () => {
    const refused = await open('/api/v1/keys', 'application/json');
    const { type, code } = (await refused.json()) as { type: string; code: string };
    const page = await fetch(type, { headers: { accept: 'text/html' } });

    expect([refused.status, code, page.status]).toEqual([401, 'credentials-missing', 200]);
    expect(await page.text()).toContain('<h1><code>credentials-missing</code></h1>');
  });

  it('leads to JSON where that is asked for', async () => {
    const answer = await open('/problems/last-owner', 'application/json');

    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({
      ...{ code: 'last-owner', statuses: [409] },
      where: ['updateUser', 'removeUser', 'setUserRoles'],
    });
  });

  it('404 where there is no such code', async () => {
    const answer = await open('/problems/nothing-of-the-kind');

    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not-found' }]);
  });
});

describe('the pages of problems', () => {
  it('are there for every code of the OpenAPI document', async () => {
    const { components } = (await server.wire.get('/openapi.json')).body;

    expect(problems.map(({ code }) => code)).toEqual(components.schemas.Problem.properties.code.enum);
    expect(problems.length).toBeGreaterThan(90);
  });

  it('say what to do, in a page that is small and loads nothing, in each language', async () => {
    const faults: string[] = [];
    for (const { code, statuses, remedy } of problems)
      for (const language of ['en', 'id']) {
        const html = await (await open(`/problems/${code}`, undefined, language)).text();
        const told = [
          `<html lang="${language}">`,
          remedy.replaceAll('"', '&quot;').replaceAll(/`(.+?)`/g, '<code>$1</code>'),
          ...statuses.map((one) => `<b>${one}</b>`),
        ];
        const missing = told.filter((text) => !html.includes(text));
        if (missing.length > 0) faults.push(`${code} ${language}: no ${missing.join(', ')}`);
        if (loadedBy(html).length > 0) faults.push(`${code} ${language}: ${loadedBy(html).join()}`);
        if (Buffer.byteLength(html) > maxPageBytes) faults.push(`${code} ${language}: too large`);
      }

    expect(faults).toEqual([]);
  });

  it('are listed with the faults of fields, on a page that is as small', async () => {
    const html = await (await open('/problems')).text();

    expect(Buffer.byteLength(html)).toBeLessThan(maxPageBytes);
    expect(html).toContain('id="field-too-short"');
    expect(html).toContain('Send at least <code>min</code> characters.');
    expect(fields).toContainEqual({
      ...{ code: 'too-short', params: ['min'] },
      remedy: 'Send at least `min` characters.',
    });
    for (const { code } of problems) expect(html).toContain(`href="/problems/${code}"`);
  });

  it('are in the language that a link asks for, and so are the links on them', async () => {
    const html = await (await open('/problems/revoked?lang=id')).text();

    expect(html).toContain('<html lang="id">');
    expect(html).toContain('Apa yang harus dilakukan');
    expect(html).toContain('href="/problems?lang=id"');
  });
});
