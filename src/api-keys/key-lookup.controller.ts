import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { anyKindMay } from '../../libs/permissions';
import { CurrentPrincipal, OpenToServiceKeys, Requires } from '../access';
import { Answers, type Page } from '../platform/http';
import { type Principal } from '../tenancy';
import { keyPage, keySchema, type KeyView } from './api-keys.schema';
import { type KeyQuery, keyQuery } from './key-query.schema';
import { type FoundKey, foundKey, keyLookup, type KeyLookupRequest } from './key-lookup.schema';
import {
  policiesSchema,
  type PoliciesView,
  type PolicyPreview,
  policyPreview,
  type PolicyPreviewRequest,
  policyPreviewRequest,
} from './key-policies.schema';
import { ListKeysService } from './lists/list-keys.service';
import { LookupKeyService } from './lists/lookup-key.service';

/** Reading about keys. */
@ApiTags('Keys')
@Controller('keys')
export class KeyLookupController {
  constructor(
    private readonly keys: ListKeysService,
    private readonly lookups: LookupKeyService,
  ) {}

  @Get()
  @Requires(...anyKindMay('read'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'listKeys',
    summary: 'The keys you may read, in any of these orders; never their secrets',
  })
  @Answers(200, 'A page of keys.', keyPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: keyQuery }) query: KeyQuery,
  ): Promise<Page<KeyView>> {
    return this.keys.list(principal, query);
  }

  @Post('lookup')
  @HttpCode(200)
  @Requires(...anyKindMay('read'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'lookUpKey',
    summary: 'Find the key of a secret that turned up somewhere; this is no use of the key',
  })
  @Answers(200, 'The key.', foundKey)
  @Answers(404, 'No key that you may read has this secret.')
  lookUp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: keyLookup }) { key }: KeyLookupRequest,
  ): Promise<FoundKey> {
    return this.lookups.find(principal, key);
  }

  @Get('policy')
  @Requires('company:read')
  @ApiOperation({ operationId: 'getKeyPolicy', summary: 'What the company allows for each kind of key' })
  @Answers(200, 'The policies.', policiesSchema)
  policy(@CurrentPrincipal() principal: Principal): Promise<PoliciesView> {
    return this.keys.policy(principal);
  }

  @Post('policy-preview')
  @HttpCode(200)
  @Requires('settings:update')
  @ApiOperation({
    operationId: 'previewKeyPolicy',
    summary: 'Count the keys that a new maximum lifetime would shorten',
  })
  @Answers(200, 'The number of keys.', policyPreview)
  preview(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: policyPreviewRequest }) request: PolicyPreviewRequest,
  ): Promise<PolicyPreview> {
    return this.keys.preview(principal, request);
  }

  @Get(':id')
  @Requires(...anyKindMay('read'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({ operationId: 'getKey', summary: 'One key, even if deleted' })
  @Answers(200, 'The key.', keySchema)
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<KeyView> {
    return this.keys.get(principal, id);
  }
}
