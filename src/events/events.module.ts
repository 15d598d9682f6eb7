import { Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { CONFIG, type Config } from '../platform/config';
import { LOGGER } from '../platform/logging';
import { TenancyModule } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { EventEntity } from './event.entity';
import { EventExport } from './event-export';
import { EventFeed } from './event-feed';
import { EventJournal, NoJournal } from './event-journal';
import { EventLog } from './event-log';
import { EventsController } from './events.controller';
import { Instances } from './instances';
import { JournalFile } from './journal-file';
import { Lease } from './lease';
import { LogTail } from './log-tail';
import { Receipts } from './receipts';
import { Round } from './round';
import { Rounds } from './rounds';

/** A SQLite file can be put back, and the journal shows it. */
const journal = {
  provide: EventJournal,
  inject: [CONFIG, LOGGER],
  useFactory: ({ database }: Config, log: Logger): EventJournal =>
    database.kind === 'sqlite' ? new JournalFile(database.journalFile, log) : new NoJournal(),
};

const rounds = [EventFeed, Instances, Lease, LogTail, Round, Rounds];

@Module({
  imports: [TenancyModule.forFeature([EventEntity])],
  controllers: [EventsController],
  providers: [AuditTrailService, EventExport, EventLog, journal, Receipts, ...rounds],
  exports: [EventFeed, EventLog, Lease, Receipts, Rounds],
})
export class EventsModule {}
