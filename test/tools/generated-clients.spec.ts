import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from './support/run-tool';

const document = path.resolve(__dirname, '../../docs/openapi.json');

/** As strict as projects of the people who generate a client are. */
const strict = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
};
const compilerOptions = {
  ...strict,
  ...{ noEmit: true, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
  ...{ module: 'preserve', moduleResolution: 'bundler' },
};

describe('a client that is generated from the OpenAPI document compiles under strict', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kunci-client-'));
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const compiled = () => runTool('tsc', ['-p', '.'], folder);

  it('by @hey-api/openapi-ts', async () => {
    const args = ['-i', document, '-o', 'client', '-c', '@hey-api/client-fetch', '--no-log-file'];

    expect(await runTool('openapi-ts', args, folder)).toMatchObject({ code: 0 });
    expect(await compiled()).toEqual({ code: 0, output: '' });
  });

  it('by orval', async () => {
    const args = ['--input', document, '--output', 'client/index.ts', '--client', 'fetch'];

    expect(await runTool('orval', args, folder)).toMatchObject({ code: 0 });
    expect(await compiled()).toEqual({ code: 0, output: '' });
  });
});
