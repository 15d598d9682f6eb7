import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { anyKindMay } from '../../libs/permissions';
import { CurrentPrincipal, RequiresPasswordOrMachine } from '../access';
import { Answers } from '../platform/http';
import { StepUpToken } from '../step-up';
import { type Principal } from '../tenancy';
import { BulkKeysService } from './commands/bulk-keys.service';
import { type KeyBulk, keyBulk, type KeyBulkResults, keyBulkResults } from './key-bulk.schema';

/** Acting on many keys at once. */
@ApiTags('Keys')
@Controller('keys/bulk')
export class KeyBulkController {
  constructor(private readonly keys: BulkKeysService) {}

  @Post()
  @HttpCode(200)
  @RequiresPasswordOrMachine(...anyKindMay('revoke'), ...anyKindMay('update'))
  @ApiOperation({
    operationId: 'bulkKeys',
    summary: 'Revoke, disable or enable up to 100 keys; each as by itself',
    description:
      'A key that is refused does not keep the others from being changed. One step-up, made for the same `ids`, proves all of it: of the strictest factor that a policy of these keys asks for.',
  })
  @Answers(200, 'The result for each key.', keyBulkResults)
  bulk(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: keyBulk }) input: KeyBulk,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<KeyBulkResults> {
    return this.keys.act(principal, input, stepUpToken);
  }
}
