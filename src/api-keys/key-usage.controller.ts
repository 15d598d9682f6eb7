import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { anyKindMay } from '../../libs/permissions';
import { CurrentPrincipal, Requires } from '../access';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  type RefusalsQuery,
  refusalsQuery,
  refusalsSchema,
  type RefusalsView,
  type UsageQuery,
  usageQuery,
  usageSchema,
  type UsageView,
} from '../usage';
import { KeyUsageService } from './lists/key-usage.service';
import { UsedKeysService } from './lists/used-keys.service';
import { type UsedKeysPage, usedKeysPage, type UsedKeysQuery, usedKeysQuery } from './used-keys.schema';

/** What comes of keys. Whoever may read a key of their own may read what comes of that one. */
@ApiTags('Usage')
@Controller('usage')
export class KeyUsageController {
  constructor(
    private readonly usage: KeyUsageService,
    private readonly used: UsedKeysService,
  ) {}

  @Get()
  @Requires('usage:read', ...anyKindMay('read'))
  @ApiOperation({
    operationId: 'getUsage',
    summary: 'How often keys were valid, and how often refused for which reason',
    description: 'Without `usage:read` for the `keyId` of a key that you own.',
  })
  @Answers(200, 'The counts by hour or day.', usageSchema)
  read(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: usageQuery }) query: UsageQuery,
  ): Promise<UsageView> {
    return this.usage.counts(principal, query);
  }

  @Get('keys')
  @Requires('usage:read')
  @ApiOperation({
    operationId: 'listUsedKeys',
    summary: 'The keys you may read, by how often they were refused or valid in a span of time',
  })
  @Answers(200, 'A page of keys with their counts.', usedKeysPage)
  usedKeys(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: usedKeysQuery }) query: UsedKeysQuery,
  ): Promise<UsedKeysPage> {
    return this.used.list(principal, query);
  }

  @Get('refusals')
  @Requires('usage:read', ...anyKindMay('read'))
  @ApiOperation({
    operationId: 'listRefusals',
    summary: 'The last refusals of keys, with their requests; what this instance remembers since it started',
    description:
      'They are kept in memory, by each instance for itself: after a restart there are none, and of several instances, or workers, the one that answers tells its own. `GET /usage` counts all. Without `usage:read` for the `keyId` of a key that you own.',
  })
  @Answers(200, 'The refusals, the newest first.', refusalsSchema)
  refusals(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: refusalsQuery }) query: RefusalsQuery,
  ): Promise<RefusalsView> {
    return this.usage.refusals(principal, query);
  }
}
