import { existsSync } from 'node:fs';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { Installation } from '../../support/installation';
import { type Instance } from '../../support/instance';
import { type Wire } from '../../support/wire';

/** Where the build puts the console, and where the built server looks for it. */
export const builtConsole = path.resolve(__dirname, '../../../dist/console');

/** In development there is the demo data; in production nothing but what a test makes. */
export type Shape = 'development on SQLite' | 'production on SQLite' | 'production on MariaDB';

/** The shapes that can be had: MariaDB only where the runner has one. */
export const shapes: readonly Shape[] = (
  ['development on SQLite', 'production on SQLite', 'production on MariaDB'] as const
).filter((shape) => shape !== 'production on MariaDB' || 'KUNCI_TEST_DATABASE_URL' in process.env);

export interface ShippedServer {
  readonly instance: Instance;
  readonly wire: Wire;
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Ends it and removes what it wrote. */
  close(): Promise<void>;
}

/**
 * Starts `node dist/src/main.js` with the built console, on an empty database of its own.
 * @param env what else its settings are.
 */
export async function startShipped(
  shape: Shape,
  env: Readonly<Record<string, string>> = {},
): Promise<ShippedServer> {
  if (!existsSync(path.join(builtConsole, '.vite/manifest.json')))
    throw new Error('The console is not built: npm run build, or npm test -- --only shipped, which does it.');
  const database = await createTestDatabase(shape === 'production on MariaDB' ? undefined : 'sqlite');
  const installation = new Installation();
  const close = async (): Promise<void> => {
    await installation.close();
    await database.drop();
  };
  try {
    const instance = await installation.start({ ...settingsOf(shape, database), ...env });
    return { instance, wire: instance.wire, address: instance.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function settingsOf(shape: Shape, database: TestDatabase): Record<string, string> {
  const mode = shape === 'development on SQLite' ? 'development' : 'production';
  return { ...database.env, KUNCI_MODE: mode };
}
