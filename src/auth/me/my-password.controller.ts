import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Authenticated } from '../../access';
import { Answers } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { type PasswordChange, passwordChange } from './my-password.schema';
import { MyPasswordService } from './my-password.service';

@ApiTags('Me')
@Controller('me/password')
export class MyPasswordController {
  constructor(private readonly passwords: MyPasswordService) {}

  @Put()
  @HttpCode(204)
  @Authenticated('password')
  @ApiOperation({ operationId: 'changeMyPassword', summary: 'Change your password; your other sessions end' })
  @Answers(204, 'The password is changed.')
  @Answers(403, 'The current password is wrong.')
  @Answers(429, 'Five wrong attempts in a row: locked for 15 minutes.')
  change(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: passwordChange }) body: PasswordChange,
  ): Promise<void> {
    return this.passwords.change(principal, body);
  }
}
