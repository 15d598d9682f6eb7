import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { Background } from './background';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { DATABASE, type Database, Reader, readingSideModule, UnitOfWork, FastReader } from './database';
import { Ids } from './ids';
import { Metrics } from './metrics';
import { LOGGER } from './logging';

/** What the composition root makes before Nest begins. */
export interface Foundations {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Hands the foundations to everyone: the settings, the database, the clock, ids, the log, figures and the background. */
@Global()
@Module({})
export class PlatformModule {
  static on(foundations: Foundations): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: foundations.config },
      { provide: DATABASE, useValue: foundations.database },
      { provide: UnitOfWork, useValue: foundations.database.units },
      { provide: Reader, useValue: foundations.database.reader },
      { provide: FastReader, useValue: foundations.database.fastReader },
      { provide: Clock, useValue: foundations.clock },
      { provide: LOGGER, useValue: foundations.log },
      Background,
      Ids,
      Metrics,
    ];
    return { module: PlatformModule, imports: [readingSideModule], providers, exports: providers };
  }
}
