import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asking, Requires } from '../access';
import { Answers, type Page } from '../platform/http';
import { type Principal } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { eventPage, type EventQuery, eventQuery, type EventView } from './events.schema';

@ApiTags('Events')
@Controller('events')
export class EventsController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  @Requires('events:read')
  @ApiOperation({ operationId: 'listEvents', summary: 'The audit trail of the company, newest first' })
  @Answers(200, 'A page of events.', eventPage)
  list(
    @Asking() principal: Principal,
    @Query({ schema: eventQuery }) query: EventQuery,
  ): Promise<Page<EventView>> {
    return this.trail.list(principal, query);
  }
}
