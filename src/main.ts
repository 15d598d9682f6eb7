import 'reflect-metadata';
import cluster from 'node:cluster';
import { type Logger } from 'pino';
import { createApp, type RunningApp } from './app.setup';
import { printBanner, seedDemo } from './demo';
import { StartFault, startFaultOf } from './platform';
import { type Config, ConfigFault, loadServerConfig } from './platform/config';
import { createLogger } from './platform/logging';
import { listens, Workers, workersFor } from './workers';

const shutdownMs = 15_000;
/** What the workers have, and then the time to end those that did not make it. */
const allShutdownMs = shutdownMs + 2_000;

/** Starts the server and keeps it until it is told to stop. */
async function main(): Promise<void> {
  const config = loadServerConfig();
  const log = loggerOfProcess(config);
  // Also when an exception ends the process: the last lines say why.
  process.once('exit', () => log.flush());
  if (cluster.isWorker) return serve(config, log, cluster.worker?.id === 1);
  const count = workersFor(config, log);
  return count > 1 ? lead(new Workers(count, log)) : serve(config, log, true);
}

/** Where there are several processes, each line says which of them wrote it. */
function loggerOfProcess({ logLevel }: Config): Logger {
  const log = createLogger(logLevel);
  return cluster.isWorker ? log.child({ worker: process.pid }) : log;
}

/** @param isFirst whether it is the only one, or the one that starts before the others. */
async function serve(config: Config, log: Logger, isFirst: boolean): Promise<void> {
  const isDemo = config.mode === 'development' && isFirst;
  const running = await createApp(config, log);
  if (isDemo) await seedDemo(running.app);
  const gateways = await running.gateways?.listen();
  await running.app.listen(config.http.port, config.http.host);
  cluster.worker?.send(listens);
  const address = addressOf(config, running);
  const of = gateways === undefined ? {} : { gateways };
  log.info({ address, ...of, mode: config.mode, database: config.database.kind }, 'listening');
  // Somebody waits for this line, and a batch of others may be ahead of it.
  log.flush();
  if (isDemo) await printBanner(running.app, address);
  // A request that never ends must not keep the process from ending.
  onStopSignal(
    shutdownMs,
    () => process.exit(1),
    () => void leave(running, log),
  );
}

/** The exit code tells whether everything that waited to be written was. */
async function leave(running: RunningApp, log: Logger): Promise<void> {
  try {
    await running.close();
    process.exit(0);
  } catch (err) {
    log.error({ err }, 'could not finish everything before the end');
    process.exit(1);
  }
}

async function lead(workers: Workers): Promise<void> {
  const giveUp = (): void => {
    workers.kill();
    process.exit(1);
  };
  onStopSignal(allShutdownMs, giveUp, () => workers.stop());
  process.exit(await workers.run());
}

/** The address people can open; with port 0 the system has chosen one. */
function addressOf(config: Config, { app }: RunningApp): string {
  const [listening] = app.getHttpAdapter().getInstance().addresses();
  const { publicUrl, port } = config.http;
  return port === 0 && typeof listening === 'object'
    ? publicUrl.replace(/:0(?=\/|$)/, `:${listening.port}`)
    : publicUrl;
}

/** At the first signal; Ctrl-C reaches a worker twice, from the terminal and from the primary process. */
function onStopSignal(deadlineMs: number, giveUp: () => void, stop: () => void): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(giveUp, deadlineMs).unref();
      stop();
    });
  }
}

/** For what is not for people, the trace is what helps. */
function tell(error: unknown): void {
  const told = startFaultOf(error);
  if (told === null) console.error(error);
  else console.error(error instanceof StartFault ? told : new ConfigFault([told]).message);
}

main().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
