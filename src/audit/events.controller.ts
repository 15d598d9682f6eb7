import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires } from '../access';
import { Answers, LongAnswer, type Page } from '../platform/http';
import { type Principal } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { EventExport } from './event-export';
import {
  eventPage,
  type EventQuery,
  eventQuery,
  type EventView,
  type ExportQuery,
  exportQuery,
} from './events.schema';

@ApiTags('Events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly trail: AuditTrailService,
    private readonly exports: EventExport,
  ) {}

  @Get()
  @Requires('events:read')
  @ApiOperation({ operationId: 'listEvents', summary: 'The audit trail of the company, newest first' })
  @Answers(200, 'A page of events.', eventPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: eventQuery }) query: EventQuery,
  ): Promise<Page<EventView>> {
    return this.trail.list(principal, query);
  }

  @Get('export')
  @Requires('events:read')
  @LongAnswer()
  @ApiOperation({
    operationId: 'exportEvents',
    summary: 'The audit trail of the company as a file, oldest first',
  })
  @ApiProduces('text/csv', 'application/x-ndjson')
  @ApiResponse({ status: 200, description: 'All matching events.', schema: { type: 'string' } })
  export(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: exportQuery }) query: ExportQuery,
  ): Promise<StreamableFile> {
    return this.exports.open(principal, query);
  }
}
