import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { CurrentPrincipal, Authenticated, Idempotent, Public } from '../../access';
import { Answers, HoldsSecret } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { visitorOf } from '../sessions/visitor';
import { IssueResetService } from './issue-reset.service';
import {
  type NewPasswordReset,
  newPasswordResetSchema,
  passwordResetSchema,
  type PasswordResetView,
  type RedeemedReset,
  redeemedResetSchema,
  type RedeemReset,
  redeemResetSchema,
  type ResetPreview,
  resetPreviewSchema,
  type ResetToken,
  resetTokenSchema,
} from './password-resets.schema';
import { ResetPasswordService } from './reset-password.service';

@ApiTags('Users')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly issuing: IssueResetService,
    private readonly resetting: ResetPasswordService,
  ) {}

  @Post()
  @Idempotent()
  @HoldsSecret()
  @Authenticated('password')
  @ApiOperation({
    operationId: 'resetPassword',
    summary: 'Let someone choose a new password: for operators, and for those who may change this member',
  })
  @Answers(201, 'The token for the person.', passwordResetSchema)
  @Answers(403, 'You may not, or the person also belongs to another company.')
  @Answers(404, 'You have no such user.')
  @Answers(409, 'The person is not an active member.')
  issue(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newPasswordResetSchema }) body: NewPasswordReset,
  ): Promise<PasswordResetView> {
    return this.issuing.issue(principal, body);
  }

  @Post('preview')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiOperation({
    operationId: 'previewPasswordReset',
    summary: 'Whose password a token lets choose again; nothing is changed',
  })
  @Answers(200, 'Whose, and until when.', resetPreviewSchema)
  @Answers(404, 'The token is unknown, used, expired or revoked.')
  @Answers(429, 'Too many failed attempts.')
  preview(
    @Body({ schema: resetTokenSchema }) { token }: ResetToken,
    @Req() request: FastifyRequest,
  ): Promise<ResetPreview> {
    return this.resetting.preview(token, visitorOf(request).address);
  }

  @Post('redeem')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiOperation({ operationId: 'redeemPasswordReset', summary: 'Choose a new password with the token' })
  @Answers(200, 'The password is changed and all your sessions have ended.', redeemedResetSchema)
  @Answers(404, 'The token is unknown, used, expired or revoked.')
  @Answers(429, 'Too many failed attempts.')
  redeem(
    @Body({ schema: redeemResetSchema }) body: RedeemReset,
    @Req() request: FastifyRequest,
  ): Promise<RedeemedReset> {
    return this.resetting.resetPassword(body, visitorOf(request).address);
  }
}
