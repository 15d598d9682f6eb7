import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, RequiresOperator } from '../access';
import { keyLookup, type KeyLookupRequest, type ReasonBody, reasonBody } from '../api-keys';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import { FindPlatformKeyService } from './find-platform-key.service';
import {
  type FoundPlatformKey,
  foundPlatformKey,
  type RevokedPlatformKey,
  revokedPlatformKey,
} from './platform-keys.schema';
import { RevokePlatformKeyService } from './revoke-platform-key.service';

@ApiTags('Platform')
@Controller('platform/keys')
@RequiresOperator()
export class PlatformKeysController {
  constructor(
    private readonly finding: FindPlatformKeyService,
    private readonly revoking: RevokePlatformKeyService,
  ) {}

  @Post('lookup')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'lookUpPlatformKey',
    summary: 'Find the key of a secret that turned up somewhere, and its company',
  })
  @Answers(200, 'The key and its company.', foundPlatformKey)
  @Answers(404, 'No key of a company has this secret.')
  lookUp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: keyLookup }) { key }: KeyLookupRequest,
  ): Promise<FoundPlatformKey> {
    return this.finding.find(principal, key);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'revokePlatformKey',
    summary: 'Revoke a key of any company permanently; the company sees who did it, and why',
  })
  @Answers(200, 'The key, and the time from which it is rejected.', revokedPlatformKey)
  revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<RevokedPlatformKey> {
    return this.revoking.revoke(principal, id, body?.reason ?? null);
  }
}
