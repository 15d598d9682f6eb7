import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { EventEntity } from './event.entity';
import { EventExport } from './event-export';
import { EventLog } from './event-log';
import { EventsController } from './events.controller';
import { Receipts } from './receipts';

@Module({
  imports: [TenancyModule.forFeature([EventEntity])],
  controllers: [EventsController],
  providers: [AuditTrailService, EventExport, EventLog, Receipts],
  exports: [EventLog, Receipts],
})
export class EventsModule {}
