import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { EventEntity } from './event.entity';
import { EventExport } from './event-export';
import { EventFeed } from './event-feed';
import { EventLog } from './event-log';
import { EventsController } from './events.controller';
import { Instances } from './instances';
import { Lease } from './lease';
import { LogTail } from './log-tail';
import { Receipts } from './receipts';
import { Round } from './round';
import { Rounds } from './rounds';

const rounds = [EventFeed, Instances, Lease, LogTail, Round, Rounds];

@Module({
  imports: [TenancyModule.forFeature([EventEntity])],
  controllers: [EventsController],
  providers: [AuditTrailService, EventExport, EventLog, Receipts, ...rounds],
  exports: [EventFeed, EventLog, Lease, Receipts, Rounds],
})
export class EventsModule {}
