import 'reflect-metadata';
import { createApp, type RunningApp } from './app.setup';
import { printBanner, seedDemo } from './demo';
import { type Config, ConfigFault, loadConfig } from './platform/config';
import { DatabaseInUse } from './platform/database';
import { createLogger } from './platform/logging';

const shutdownMs = 15_000;

/** Starts the server and keeps it until it is told to stop. */
async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  const running = await createApp(config, log);
  if (config.mode === 'development') await seedDemo(running.app);
  await running.app.listen(config.http.port, config.http.host);
  const address = addressOf(config, running);
  log.info({ address, mode: config.mode, database: config.database.kind }, 'listening');
  if (config.mode === 'development') await printBanner(running.app, address);
  stopOnSignal(running);
}

/** The address people can open; with port 0 the system has chosen one. */
function addressOf(config: Config, { app }: RunningApp): string {
  const [listening] = app.getHttpAdapter().getInstance().addresses();
  const { publicUrl, port } = config.http;
  return port === 0 && typeof listening === 'object'
    ? publicUrl.replace(/:0$/, `:${listening.port}`)
    : publicUrl;
}

function stopOnSignal(running: RunningApp): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // A request that never ends must not keep the process from ending.
      setTimeout(() => process.exit(1), shutdownMs).unref();
      void running.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  // These two are for people, and say what to do; for anything else the trace is what helps.
  const isForPeople = error instanceof ConfigFault || error instanceof DatabaseInUse;
  console.error(isForPeople ? error.message : error);
  process.exit(1);
});
