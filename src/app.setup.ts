import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Logger } from 'pino';
import { AccessGuard, IdempotencyInterceptor } from './access';
import { AppModule, databaseSchema, type GuestModule } from './app.module';
import { matchJournal } from './audit';
import { AuthenticationGuard } from './auth';
import { Clock, type Foundations, LoopTurns, Metrics, SystemClock } from './platform';
import { type Config } from './platform/config';
import { openDatabase } from './platform/database';
import {
  admitInTurns,
  fastifyAdapter,
  openApiDocument,
  ProblemAnswers,
  ProblemFilter,
  securityHeaders,
  ValidationPipe,
} from './platform/http';
import { logRequests, nestLogger } from './platform/logging';

/** In the order the documentation shows them. */
const tags = [
  'Sessions',
  'Me',
  'Company',
  'Users',
  'Roles',
  'Settings',
  'Products',
  'Step-up',
  'Keys',
  'Verification',
  'Usage',
  'Events',
  'Platform',
  'Sales invoices',
  'Health',
];

export interface RunningApp {
  readonly app: NestFastifyApplication;
  /** What `/openapi.json` serves. */
  readonly document: OpenAPIObject;
  /** Stops taking requests, finishes those under way, writes what is buffered, and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the database and puts the application on top of it, ready to listen.
 * @param guests what stands beside our own modules, behind the same guards.
 * @throws whatever keeps it from running; then nothing stays open.
 */
export async function createApp(
  config: Config,
  log: Logger,
  clock: Clock = new SystemClock(),
  guests: readonly GuestModule[] = [],
): Promise<RunningApp> {
  const turns = new LoopTurns();
  const database = await openDatabase(config.database, databaseSchema, unitRules(config, log), turns);
  try {
    await matchJournal(database.reader, config.database);
    const { app, document } = await assemble({ config, database, clock, log }, turns, guests);
    return {
      app,
      document,
      close: async () => {
        try {
          await app.close();
        } finally {
          await database.close();
        }
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function unitRules({ mode }: Config, log: Logger) {
  return {
    catchNesting: mode === 'development',
    report: (err: unknown) => log.error({ err }, 'what follows an act that is done went wrong'),
  };
}

async function assemble(
  foundations: Foundations,
  turns: LoopTurns,
  guests: readonly GuestModule[],
): Promise<Omit<RunningApp, 'close'>> {
  const { config, log } = foundations;
  const headers = await securityHeaders(config.http.publicUrl);
  const answers = new ProblemAnswers(log, headers);
  const adapter = fastifyAdapter(config.http, headers, answers);
  admitInTurns(adapter.getInstance(), turns);
  const options = { logger: nestLogger(log), bodyParser: false, abortOnError: false };
  const module = AppModule.on(foundations, guests);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options);
  logRequests(app.getHttpAdapter().getInstance(), log);
  app.get(Metrics).watch(app.getHttpAdapter().getInstance());
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalFilters(new ProblemFilter(answers));
  app.useGlobalPipes(new ValidationPipe());
  // In this order: authentication, then authorization.
  app.useGlobalGuards(app.get(AuthenticationGuard), app.get(AccessGuard));
  app.useGlobalInterceptors(app.get(IdempotencyInterceptor));
  const document = openApiDocument(app, tags);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kunci API',
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, document };
}
