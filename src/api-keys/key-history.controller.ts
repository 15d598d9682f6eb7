import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { anyKindMay } from '../../libs/permissions';
import { CurrentPrincipal, Requires } from '../access';
import { eventPage, type EventView } from '../audit';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import { KeyHistoryService } from './lists/key-history.service';

/** What was done to one key. Its owner may read that without the right to read the audit trail. */
@ApiTags('Keys')
@Controller('keys')
export class KeyHistoryController {
  constructor(private readonly history: KeyHistoryService) {}

  @Get(':id/events')
  @Requires(...anyKindMay('read'))
  @ApiOperation({
    operationId: 'listKeyEvents',
    summary: 'What was done to a key, newest first: its part of the audit trail',
    description: 'Of a key that you own, or of any that you may read, with `events:read`.',
  })
  @Answers(200, 'A page of events.', eventPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageRequest,
  ): Promise<Page<EventView>> {
    return this.history.of(principal, id, query);
  }
}
