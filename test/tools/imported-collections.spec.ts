import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ShippedServer, startShipped } from '../shipped/support';
import { freePort } from '../support/free-port';
import { type AnsweredRequest, type ApiDocument, faultsOfRun } from './support/collection-run';
import { machineKey, personalKey } from './support/key-holder';
import { runTool } from './support/run-tool';

/* A person takes the document of a running server, imports it, fills in the variable `apiKey`, and runs all there is. */

let server: ShippedServer;
let folder: string;
let document: ApiDocument;

beforeAll(async () => {
  // A port that is known before: the document tells where the server is.
  server = await startShipped('development on SQLite', { PORT: String(await freePort()) });
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-collection-'));
  document = (await server.wire.get('/openapi.json')).body;
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(document));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** @param name of a file that a tool has written. Its shape is the tool's, so tests look into it freely. */
function written(name: string) {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

describe('a collection that is made of the OpenAPI document', () => {
  it('of Postman runs as it is', async () => {
    // As the dialog of the import offers: the examples, and no parameter that may be left out.
    const options = 'parametersResolution=Example,enableOptionalParameters=false';
    const from = ['-s', 'openapi.json', '-o', 'postman.json', '-O', options];
    expect(await runTool('openapi2postmanv2', from, folder)).toMatchObject({ code: 0 });
    expect(written('postman.json')).toMatchObject({
      auth: { type: 'apikey' },
      variable: [{ key: 'baseUrl', value: server.address }],
    });

    const variable = ['--env-var', `apiKey=${await machineKey(server)}`];
    const report = ['-r', 'json', '--reporter-json-export', 'newman.json'];
    await runTool('newman', ['run', 'postman.json', ...variable, ...report], folder);

    expect(faultsOfRun(document, requestsOfNewman(written('newman.json')))).toEqual([]);
  });

  it('of Bruno runs as it is', async () => {
    const from = ['-s', 'openapi.json', '-o', 'bruno', '-n', 'Kunci', '--collection-format', 'bru'];
    expect(await runTool('bru', ['import', 'openapi', ...from], folder)).toMatchObject({ code: 0 });

    const collection = path.join(folder, 'bruno');
    const [environment = ''] = readdirSync(path.join(collection, 'environments'));
    const variables = [
      '--env',
      path.parse(environment).name,
      '--env-var',
      `apiKey=${await personalKey(server)}`,
    ];
    await runTool('bru', ['run', '.', '-r', ...variables, '--reporter-json', '../bru.json'], collection);

    expect(faultsOfRun(document, requestsOfBruno(written('bru.json')))).toEqual([]);
  });
});

interface NewmanReport {
  readonly run: {
    readonly executions: readonly {
      readonly request: { readonly method: string; readonly url: { readonly path: readonly string[] } };
      readonly response?: { readonly code: number };
    }[];
  };
}

function requestsOfNewman({ run }: NewmanReport): AnsweredRequest[] {
  return run.executions.map(({ request: { method, url }, response }) => ({
    method,
    path: `/${url.path.join('/')}`,
    status: response?.code ?? null,
  }));
}

type BrunoReport = readonly {
  readonly results: readonly {
    readonly request: { readonly method: string; readonly url: string };
    readonly response: { readonly status: number | null };
  }[];
}[];

function requestsOfBruno(iterations: BrunoReport): AnsweredRequest[] {
  return iterations.flatMap(({ results }) =>
    results.map(({ request: { method, url }, response: { status } }) => ({
      method,
      path: new URL(url).pathname,
      status,
    })),
  );
}
