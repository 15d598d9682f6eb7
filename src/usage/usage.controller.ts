import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires } from '../access';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import { type UsageQuery, usageQuery, usageSchema, type UsageView } from './usage.schema';
import { UsageService } from './usage.service';

@ApiTags('Usage')
@Controller('usage')
export class UsageController {
  constructor(private readonly usage: UsageService) {}

  @Get()
  @Requires('usage:read')
  @ApiOperation({
    operationId: 'getUsage',
    summary: 'How often keys were valid, and how often refused for which reason',
  })
  @Answers(200, 'The counts by hour or day.', usageSchema)
  read(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: usageQuery }) query: UsageQuery,
  ): Promise<UsageView> {
    return this.usage.counts(principal, query);
  }
}
