import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Public } from '../../access';
import { Answers, HoldsSecret } from '../../platform/http';
import { OptionalSession } from '../authentication/optional-session';
import { visitorOf } from '../sessions/visitor';
import { InvitationRedemption } from './invitation-redemption';
import {
  invitationRedeemBody,
  type RedeemedInvitation,
  redeemedInvitation,
  type RedeemInvitation,
} from './redemption.schema';

@ApiTags('Users')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly redemption: InvitationRedemption,
    private readonly session: OptionalSession,
  ) {}

  @Post('redeem')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiSecurity('session')
  @ApiOperation({
    operationId: 'redeemInvitation',
    summary: 'Become a member, with the token you were given: with a new account or with the one you have',
  })
  @Answers(200, 'You are a member; sign in.', redeemedInvitation)
  @Answers(403, 'An operator, or a session that was opened with a key.')
  @Answers(404, 'The token is unknown, used, over or void.')
  @Answers(409, 'The username has an account, and this is not its password; or you are a member already.')
  @Answers(429, 'Too many wrong guesses.')
  async redeem(
    @Body({ schema: invitationRedeemBody }) body: RedeemInvitation,
    @Req() request: FastifyRequest,
  ): Promise<RedeemedInvitation> {
    const principal = await this.session.of(request);
    return this.redemption.redeem(principal, body, visitorOf(request).address);
  }
}
