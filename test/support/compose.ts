import path from 'node:path';
import { type AppChoice, createApp, type RunningApp } from '../../src/app.setup';
import { type Config, loadConfig } from '../../src/platform/config';
import { createLogger } from '../../src/platform/logging';

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
  const config = loadConfig({ CONSOLE_DIR: aBuiltConsole, LOG_LEVEL: 'info', ...env });
  const logged: string[] = [];
  const log = createLogger(config.logLevel, { write: (line) => void logged.push(line) });
  return { ...(await createApp(config, log, choice)), config, logged };
}
