import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Authenticated } from '../access';
import { Answers, HoldsSecret } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  type MyFactors,
  myFactors,
  type PasswordProof,
  passwordProof,
  type PinBody,
  pinBody,
  type TotpCodeBody,
  totpCodeBody,
  type TotpSecret,
  totpSecret,
} from './my-factors.schema';
import { MyFactorsService } from './my-factors.service';

@ApiTags('Me')
@Controller('me')
@Authenticated('password')
export class MyFactorsController {
  constructor(private readonly factors: MyFactorsService) {}

  // A route of its own: `GET /me` answers keys without a query, and neither a key nor a session opened with one may
  // learn which factors its owner has.
  @Get('factors')
  @ApiOperation({
    operationId: 'getMyFactors',
    summary: 'Whether you have set up a PIN and one-time codes',
  })
  @Answers(200, 'The factors that are set up.', myFactors)
  get(@CurrentPrincipal() principal: Principal): Promise<MyFactors> {
    return this.factors.get(principal);
  }

  @Put('pin')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setMyPin', summary: 'Set or change your PIN' })
  @Answers(204, 'The PIN is set.')
  @Answers(403, 'The password was wrong.')
  @Answers(429, 'Five wrong attempts in a row: locked for 15 minutes.')
  setPin(@CurrentPrincipal() principal: Principal, @Body({ schema: pinBody }) body: PinBody): Promise<void> {
    return this.factors.setPin(principal, body.password, body.pin);
  }

  @Post('totp')
  @HoldsSecret()
  @ApiOperation({
    operationId: 'beginMyTotp',
    summary: 'Get a secret for one-time codes; it takes effect when you confirm it',
  })
  @Answers(201, 'The secret, shown only now.', totpSecret)
  @Answers(403, 'The password was wrong.')
  @Answers(429, 'Five wrong attempts in a row: locked for 15 minutes.')
  beginTotp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: passwordProof }) body: PasswordProof,
  ): Promise<TotpSecret> {
    return this.factors.beginTotp(principal, body.password);
  }

  @Put('totp')
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmMyTotp', summary: 'Confirm the secret with a code made from it' })
  @Answers(204, 'One-time codes are set up. This code cannot be used again.')
  @Answers(403, 'The code was wrong.')
  @Answers(409, 'There is no secret to confirm.')
  @Answers(429, 'Five wrong attempts in a row: locked for 15 minutes.')
  confirmTotp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: totpCodeBody }) body: TotpCodeBody,
  ): Promise<void> {
    return this.factors.confirmTotp(principal, body.code);
  }

  @Delete('totp')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeMyTotp', summary: 'Remove your one-time codes' })
  @Answers(204, 'One-time codes are removed.')
  @Answers(403, 'The password was wrong.')
  @Answers(404, 'One-time codes were not set up.')
  @Answers(429, 'Five wrong attempts in a row: locked for 15 minutes.')
  removeTotp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: passwordProof }) body: PasswordProof,
  ): Promise<void> {
    return this.factors.removeTotp(principal, body.password);
  }
}
