import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const bench = path.resolve(__dirname, '../../bench');
/** Below `node_modules`, so that what they import is found. */
const cache = path.resolve(__dirname, '../../../node_modules/.cache');
const sources = ['answering.ts', 'server-answers.ts', 'peers/peer.ts', 'peers/nest.ts', 'peers/naive.ts'];

/** The naive guard of the benchmark, compiled by itself: it is a program of its own, and no part of what ships. */
export function compiledPeer(): { readonly folder: string; readonly remove: () => void } {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'kunci-peer-'));
  mkdirSync(path.join(folder, 'peers'));
  for (const source of sources) {
    const { outputText } = transpileModule(readFileSync(path.join(bench, source), 'utf8'), {
      compilerOptions: {
        ...{ module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
        ...{ experimentalDecorators: true, emitDecoratorMetadata: true },
      },
    });
    writeFileSync(path.join(folder, source.replace(/\.ts$/, '.js')), outputText);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
