import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { anyKindMay } from '../../libs/permissions';
import { CurrentPrincipal, OpenToServiceKeys, RequiresPasswordOrMachine } from '../access';
import { Answers } from '../platform/http';
import { StepUpToken } from '../step-up';
import { type Principal } from '../tenancy';
import { type ChangedKey, changedKey, type EnabledKey, enabledKey } from './api-keys.schema';
import { DisableKeyService } from './commands/disable-key.service';

/** Stopping a key for a while. */
@ApiTags('Keys')
@Controller('keys/:id')
export class KeyDisablingController {
  constructor(private readonly disabling: DisableKeyService) {}

  @Post('disable')
  @HttpCode(200)
  @RequiresPasswordOrMachine(...anyKindMay('update'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'disableKey',
    summary: 'Disable a key, with its old secret, until it is enabled',
  })
  @Answers(200, 'The key, and the time from which it is rejected.', changedKey)
  @Answers(409, 'The key is revoked.')
  disable(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ChangedKey> {
    return this.disabling.disable(principal, id);
  }

  @Post('enable')
  @HttpCode(200)
  @RequiresPasswordOrMachine(...anyKindMay('update'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'enableKey',
    summary: 'Enable a disabled key; asks for the step-up of making one',
  })
  @Answers(200, 'The key, and the time from which every instance accepts it.', enabledKey)
  @Answers(409, 'The key is revoked or expired.')
  enable(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<EnabledKey> {
    return this.disabling.enable(principal, id, stepUpToken);
  }
}
