import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type Logger } from 'pino';
import { AccessGuard } from './access';
import { AppModule } from './app.module';
import { matchJournal } from './audit';
import { AuthenticationGuard } from './auth';
import { compose, type Composition } from './composition';
import { GatewayListener } from './gateway-listener';
import { assertTables } from './manifest-faults';
import { manifests as ownManifests } from './manifests';
import { type BootstrapDeps, Clock, LoopTurns, Metrics, SystemClock } from './platform';
import { type Config } from './platform/config';
import { type Database, openDatabase } from './platform/database';
import {
  admitInTurns,
  assertDeclaredTags,
  fastifyAdapter,
  openApiDocument,
  ProblemAnswers,
  ProblemFilter,
  securityHeaders,
  ValidationPipe,
} from './platform/http';
import { logRequests, nestLogger } from './platform/logging';
import { type Manifest } from './platform/manifest';
import { assertNoCollision } from './products';
import { serveDocs, serveProblemPages, withExamples } from './reference';

export interface RunningApp {
  readonly app: NestFastifyApplication;
  /** Where gateways alone ask, not yet listening; null where the settings name no such place. */
  readonly gateways: GatewayListener | null;
  /** What `/openapi.json` serves; made when it is first asked for, which takes half a second. */
  document(): OpenAPIObject;
  /** Stops taking requests, finishes those under way, writes what is buffered, and closes the database. */
  close(): Promise<void>;
}

export interface AppChoice {
  /** The system's unless told. */
  readonly clock?: Clock;
  /** The business modules; those of this repository unless told. */
  readonly manifests?: readonly Manifest[];
}

/**
 * Opens the database and puts the application on top of it, ready to listen.
 * @throws StartFault for what people can mend; and whatever else keeps it from running. Then nothing stays open.
 */
export async function createApp(
  config: Config,
  log: Logger,
  { clock = new SystemClock(), manifests = ownManifests }: AppChoice = {},
): Promise<RunningApp> {
  const composition = compose(manifests);
  const turns = new LoopTurns();
  const database = await openDatabase(config.database, composition.schema, unitRules(config, log), turns);
  try {
    await assertTables(database, manifests);
    await matchJournal(database.reader, config.database);
    const { permissions, events } = composition;
    await assertNoCollision(database.reader, permissions);
    const deps = { config, database, clock, log, permissions, events };
    const assembled = await assemble(deps, composition, turns);
    return { ...assembled, close: () => closeBoth(assembled.app, database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function closeBoth(app: NestFastifyApplication, database: Database): Promise<void> {
  try {
    await app.close();
  } finally {
    await database.close();
  }
}

function unitRules({ mode }: Config, log: Logger) {
  return {
    catchNesting: mode === 'development',
    report: (err: unknown) => log.error({ err }, 'what follows an act that is done went wrong'),
  };
}

async function assemble(
  deps: BootstrapDeps,
  composition: Composition,
  turns: LoopTurns,
): Promise<Omit<RunningApp, 'close'>> {
  const { config, log } = deps;
  const { publicUrl } = config.http;
  const headers = await securityHeaders(publicUrl);
  const answers = new ProblemAnswers(log, headers, composition.problems, publicUrl);
  const adapter = fastifyAdapter(config.http, headers, answers);
  admitInTurns(adapter.getInstance(), turns);
  const options = { logger: nestLogger(log), bodyParser: false, abortOnError: false };
  const module = AppModule.on(deps, composition.manifests);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options);
  logRequests(app.getHttpAdapter().getInstance(), log);
  app.get(Metrics).watch(app.getHttpAdapter().getInstance());
  surround(app, answers);
  assertDeclaredTags(app, composition.tags);
  const document = publish(app, composition, config.http);
  const main = app.getHttpAdapter().getInstance();
  const gateways = GatewayListener.beside(app, main, { config, log, headers, answers, turns });
  await app.init();
  await main.ready();
  await gateways?.fastify.ready();
  return { app, gateways, document };
}

/** Serves the OpenAPI document, the page to try it on, and a page for each problem. */
function publish(
  app: NestFastifyApplication,
  composition: Composition,
  http: Config['http'],
): () => OpenAPIObject {
  const document = madeOnce(() => withExamples(openApiDocument(app, composition, http)));
  const reference = { problems: composition.problems, base: http.basePath, document };
  serveDocs(app, reference);
  serveProblemPages(app.getHttpAdapter().getInstance(), reference);
  return document;
}

/** What stands around every route of Nest's. */
function surround(app: NestFastifyApplication, answers: ProblemAnswers): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalFilters(new ProblemFilter(answers));
  app.useGlobalPipes(new ValidationPipe());
  // In this order: authentication, then authorization.
  app.useGlobalGuards(app.get(AuthenticationGuard), app.get(AccessGuard));
}

/** For what takes time and memory, and most servers are never asked for. */
function madeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
