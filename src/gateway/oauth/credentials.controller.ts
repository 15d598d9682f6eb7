import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Public } from '../../access';
import { Answers, LongBody } from '../../platform/http';
import { CredentialReports } from './credential-reports';
import { type CredentialReport, credentialReport } from './credentials.schema';

@ApiTags('Verification')
@Controller('credentials')
export class CredentialsController {
  constructor(private readonly reports: CredentialReports) {}

  @Post('revoke')
  @HttpCode(202)
  @LongBody()
  @Public()
  @ApiOperation({
    operationId: 'revokeCredentials',
    summary: 'End secrets that turned up where they should not; whoever holds one may',
    description:
      'The answer is the same whatever was sent, and comes before anything is looked up. The newest secret of a key ' +
      'disables or revokes it, as `onHolderReport` in the settings of its company says, and an old one ends alone; with `off` nothing is done. Ten calls a minute from one address.',
  })
  @Answers(202, 'The report was taken.')
  @Answers(429, 'More than ten calls within a minute.')
  async revoke(
    @Body({ schema: credentialReport }) { credentials }: CredentialReport,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.reports.take(request, () => credentials);
  }
}
