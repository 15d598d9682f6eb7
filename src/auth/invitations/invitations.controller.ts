import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Public } from '../../access';
import { Answers, HoldsSecret } from '../../platform/http';
import { OptionalSession } from '../authentication/optional-session';
import { visitorOf } from '../sessions/visitor';
import { AcceptInvitationService } from './accept-invitation.service';
import {
  invitationPreviewSchema,
  type InvitationPreview,
  type InvitationToken,
  invitationTokenSchema,
  type RedeemedInvitation,
  redeemedInvitationSchema,
  type RedeemInvitation,
  redeemInvitationSchema,
} from './invitations.schema';

@ApiTags('Users')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly accepting: AcceptInvitationService,
    private readonly session: OptionalSession,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiOperation({
    operationId: 'previewInvitation',
    summary: 'What an invitation is for, by its token; nothing is changed',
  })
  @Answers(200, 'The company, who invites, and until when.', invitationPreviewSchema)
  @Answers(403, 'The company is suspended.')
  @Answers(404, 'The token is unknown, used, expired or revoked.')
  @Answers(429, 'Too many failed attempts.')
  preview(
    @Body({ schema: invitationTokenSchema }) { token }: InvitationToken,
    @Req() request: FastifyRequest,
  ): Promise<InvitationPreview> {
    return this.accepting.preview(token, visitorOf(request).address);
  }

  @Post('redeem')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiSecurity('session')
  @ApiOperation({
    operationId: 'redeemInvitation',
    summary: 'Join a company with the token of an invitation, with a new account or with the one you have',
  })
  @Answers(200, 'You are a member now; sign in.', redeemedInvitationSchema)
  @Answers(403, 'You are an operator, or your session was opened with a key.')
  @Answers(404, 'The token is unknown, used, expired or revoked.')
  @Answers(409, 'The username has an account with another password, or you are a member already.')
  @Answers(429, 'Too many failed attempts.')
  async redeem(
    @Body({ schema: redeemInvitationSchema }) body: RedeemInvitation,
    @Req() request: FastifyRequest,
  ): Promise<RedeemedInvitation> {
    const principal = await this.session.of(request);
    return this.accepting.acceptInvitation(principal, body, visitorOf(request).address);
  }
}
