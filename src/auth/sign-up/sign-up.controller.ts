import { Body, Controller, Get, Inject, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Public } from '../../access';
import { CONFIG, type Config } from '../../platform/config';
import { Answers } from '../../platform/http';
import { OptionalSession } from '../authentication/optional-session';
import { SignUpGuard } from './sign-up.guard';
import {
  type FoundedCompany,
  foundedCompany,
  type NewCompany,
  newCompany,
  type SignUpView,
  signUpView,
} from './sign-up.schema';
import { SignUpService } from './sign-up.service';

@ApiTags('Company')
@Controller()
export class SignUpController {
  constructor(
    private readonly signUp: SignUpService,
    private readonly session: OptionalSession,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-up')
  @Public()
  @ApiOperation({
    operationId: 'getSignUp',
    summary: 'Whether companies can sign up here; otherwise the platform makes them',
  })
  @Answers(200, 'Open or closed.', signUpView)
  state(): SignUpView {
    return { open: this.config.signUp === 'open' };
  }

  @Post('companies')
  @Public()
  @ApiSecurity('session')
  @UseGuards(SignUpGuard)
  @ApiOperation({
    operationId: 'foundCompany',
    summary: 'Sign up a company and its Owner; if you are signed in, you become the Owner',
  })
  @Answers(201, 'The company, which is onboarding, and its Owner.', foundedCompany)
  @Answers(403, 'Sign-up is closed.')
  @Answers(409, 'The slug or the username is taken.')
  async found(
    @Req() request: FastifyRequest,
    @Body({ schema: newCompany }) input: NewCompany,
  ): Promise<FoundedCompany> {
    return this.signUp.found(await this.session.of(request), input);
  }
}
