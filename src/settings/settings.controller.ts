import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires } from '../access';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  type ChangedSettings,
  changedSettings,
  type SettingsPatch,
  settingsPatch,
  settingsSchema,
  type SettingsView,
} from './settings.schema';
import { SettingsService } from './settings.service';

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Requires('settings:read')
  @ApiOperation({
    operationId: 'getSettings',
    summary: 'The key policies, the language and the time zone of the company',
    description: 'A stored value that cannot be read is shown as the strictest one; saving it repairs it.',
  })
  @Answers(200, 'The settings.', settingsSchema)
  get(@CurrentPrincipal() principal: Principal): Promise<SettingsView> {
    return this.settings.get(principal);
  }

  @Patch()
  @Requires('settings:update')
  @ApiOperation({
    operationId: 'updateSettings',
    summary: 'Change some settings; fields left out stay as they are, null clears one',
  })
  @Answers(200, 'The settings as they are now.', changedSettings)
  update(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: settingsPatch }) patch: SettingsPatch,
  ): Promise<ChangedSettings> {
    return this.settings.update(principal, patch);
  }
}
