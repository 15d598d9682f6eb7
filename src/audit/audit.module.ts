import { Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { CONFIG, type Config } from '../platform/config';
import { LOGGER } from '../platform/logging';
import { TenancyModule } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { EventEntity } from './event.entity';
import { EventExport } from './event-export';
import { EventJournal, NoJournal } from './event-journal';
import { EventLog } from './event-log';
import { EventsController } from './events.controller';
import { JournalFile } from './journal-file';

/** A SQLite file can be replaced by an older copy, and the journal shows it. */
const journal = {
  provide: EventJournal,
  inject: [CONFIG, LOGGER],
  useFactory: ({ database }: Config, log: Logger): EventJournal =>
    database.kind === 'sqlite' ? new JournalFile(database.journalFile, log) : new NoJournal(),
};

@Module({
  imports: [TenancyModule.forFeature([EventEntity])],
  controllers: [EventsController],
  providers: [AuditTrailService, EventExport, EventLog, journal],
  exports: [AuditTrailService, EventLog],
})
export class AuditModule {}
