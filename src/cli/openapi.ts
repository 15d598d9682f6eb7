import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.setup';
import { loadConfig } from '../platform/config';
import { createLogger } from '../platform/logging';
import { runCommand } from './run-command';

/** Writes the OpenAPI document to the file named as the first argument. It needs only a temporary, empty database. */
export async function main([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error('Say which file to write');
  const folder = mkdtempSync(join(tmpdir(), 'kunci-openapi-'));
  try {
    const running = await createApp(loadConfig({ DATA_DIR: folder }), createLogger('silent'));
    writeFileSync(file, `${JSON.stringify(running.document(), null, 2)}\n`);
    await running.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (require.main === module) runCommand(main);
