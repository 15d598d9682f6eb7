import path from 'node:path';
import { type FastifyInstance } from 'fastify';
import { type AppChoice, createApp, type RunningApp } from '../../src/app.setup';
import { type Config, loadConfig } from '../../src/platform/config';
import { createLogger } from '../../src/platform/logging';
import { freePort } from './free-port';
import { injectThrough } from './injected-through';
import { NginxBefore, testedBasePath } from './nginx-before';

/** A console as the build leaves it, of a few files. */
const aBuiltConsole = path.join(__dirname, 'console');

export interface Composed extends RunningApp {
  readonly config: Config;
  /** Everything that was logged, as text. */
  readonly logged: string[];
}

/**
 * The application as `main.ts` composes it, the console included, which a run from the sources would not find. No test makes
 * one in another way: what differs here from what ships, no test can see. `test/shipped/composition.spec.ts` compares the two.
 * @param env all of its settings.
 * @throws what keeps it from running.
 */
export async function compose(
  env: Readonly<Record<string, string>>,
  choice: AppChoice = {},
): Promise<Composed> {
  return testedBasePath === '' ? composeAt(env, choice) : composeBelow(testedBasePath, env, choice);
}

async function composeAt(env: Readonly<Record<string, string>>, choice: AppChoice): Promise<Composed> {
  const config = loadConfig({ CONSOLE_DIR: aBuiltConsole, LOG_LEVEL: 'info', ...env });
  const logged: string[] = [];
  const log = createLogger(config.logLevel, { write: (line) => void logged.push(line) });
  return { ...(await createApp(config, log, choice)), config, logged };
}

/** The same at a path of its host, behind nginx: what is injected goes through that. */
async function composeBelow(
  basePath: string,
  env: Readonly<Record<string, string>>,
  choice: AppChoice,
): Promise<Composed> {
  const port = await freePort();
  const origin = env['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`;
  const composed = await composeAt({ ...env, PUBLIC_URL: origin + basePath }, choice);
  const fastify = composed.app.getHttpAdapter().getInstance();
  await composed.app.listen(0, '127.0.0.1');
  const nginx = await NginxBefore.start(port, portOf(fastify), basePath);
  const disconnect = injectThrough(fastify, port, basePath);
  const close = async (): Promise<void> => {
    disconnect();
    await nginx.close();
    await composed.close();
  };
  return { ...composed, close };
}

function portOf(fastify: FastifyInstance): number {
  const [listening] = fastify.addresses();
  if (typeof listening !== 'object') throw new Error('The application does not listen.');
  return listening.port;
}
