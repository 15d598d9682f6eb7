import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Public } from '../../access';
import { Answers, HoldsSecret } from '../../platform/http';
import { visitorOf } from '../sessions/visitor';
import { InvitationRedemption } from './invitation-redemption';
import {
  invitationRedeemBody,
  type RedeemedInvitation,
  redeemedInvitation,
  type TokenAndPassword,
} from './redemption.schema';

@ApiTags('Users')
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly redemption: InvitationRedemption) {}

  @Post('redeem')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiOperation({
    operationId: 'redeemInvitation',
    summary: 'Become a member, with the token you were given',
  })
  @Answers(200, 'You are a member; sign in.', redeemedInvitation)
  @Answers(401, 'You have an account, and this is not its password.')
  @Answers(404, 'The token is unknown, used, over or void.')
  @Answers(429, 'Too many wrong guesses.')
  redeem(
    @Body({ schema: invitationRedeemBody }) body: TokenAndPassword,
    @Req() request: FastifyRequest,
  ): Promise<RedeemedInvitation> {
    return this.redemption.redeem(body, visitorOf(request).address);
  }
}
