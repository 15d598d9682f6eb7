import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CurrentPrincipal, Authenticated, Public } from '../../access';
import { Answers, HoldsSecret } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { KeySignIn } from './key-sign-in';
import { CurrentSessionService } from './current-session.service';
import { SessionCookie } from '../sessions/session-cookie';
import {
  sessionSchema,
  type SessionView,
  type SignInBody,
  signInBody,
  type SwitchBody,
  switchBody,
} from '../sessions/sessions.schema';
import { SignInService } from './sign-in.service';
import { visitorOf } from '../sessions/visitor';

@ApiTags('Sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signingIn: SignInService,
    private readonly keySignIn: KeySignIn,
    private readonly current: CurrentSessionService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @HoldsSecret()
  @Public()
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in; the response sets a cookie' })
  @Answers(201, 'Your session.', sessionSchema)
  @Answers(401, 'Unknown username or wrong password.')
  @Answers(429, 'Too many failed attempts.')
  async signIn(
    @Body({ schema: signInBody }) body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (this.keySignIn.isKey(body.password)) {
      const { token, principal } = await this.keySignIn.open(body.username, body.password, request);
      void reply.header('set-cookie', this.cookie.give(token));
      return this.current.view(principal);
    }
    const { token, view } = await this.signingIn.signIn(body.username, body.password, visitorOf(request));
    void reply.header('set-cookie', this.cookie.give(token));
    return view;
  }

  @Get('current')
  @Authenticated('session')
  @ApiOperation({
    operationId: 'getCurrentSession',
    summary: 'Your identity and permissions in this session',
  })
  @Answers(200, 'Your session.', sessionSchema)
  get(@CurrentPrincipal() principal: Principal): Promise<SessionView> {
    return this.current.view(principal);
  }

  @Delete('current')
  @HttpCode(204)
  @Authenticated('session')
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @Answers(204, 'The session has ended.')
  async signOut(
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.current.end(principal);
    void reply.header('set-cookie', this.cookie.takeBack());
  }

  @Put('current/company')
  @Authenticated('password')
  @ApiOperation({ operationId: 'switchCompany', summary: 'Act for another of your companies' })
  @Answers(200, 'Your session, now in that company.', sessionSchema)
  switchTo(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: switchBody }) body: SwitchBody,
  ): Promise<SessionView> {
    return this.current.switchTo(principal, body.companyId);
  }
}
