import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { EventCatalogue } from '../../libs/events';
import { PermissionCatalogue } from '../../libs/permissions';
import { Background } from './background';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { DATABASE, type Database, Reader, readingSideModule, UnitOfWork, FastReader } from './database';
import { Ids } from './ids';
import { Metrics } from './metrics';
import { LOGGER } from './logging';
import { LEADER_LINK, leaderLink, WorkerPeers } from './workers';

/** What the composition root makes before Nest begins. */
export interface BootstrapDeps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly permissions: PermissionCatalogue;
  readonly events: EventCatalogue;
}

/** Hands to everyone what was made before: settings, database, clock, log, catalogues; and ids, metrics, background, other workers. */
@Global()
@Module({})
export class PlatformModule {
  static on(deps: BootstrapDeps): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: deps.config },
      { provide: DATABASE, useValue: deps.database },
      { provide: UnitOfWork, useValue: deps.database.units },
      { provide: Reader, useValue: deps.database.reader },
      { provide: FastReader, useValue: deps.database.fastReader },
      { provide: Clock, useValue: deps.clock },
      { provide: LOGGER, useValue: deps.log },
      { provide: PermissionCatalogue, useValue: deps.permissions },
      { provide: EventCatalogue, useValue: deps.events },
      Background,
      Ids,
      Metrics,
      { provide: LEADER_LINK, useFactory: leaderLink },
      WorkerPeers,
    ];
    return { module: PlatformModule, imports: [readingSideModule], providers, exports: providers };
  }
}
