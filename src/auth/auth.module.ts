import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys';
import { AuditModule } from '../audit';
import { CompanyEntity } from '../companies';
import { ProductsModule } from '../products';
import { RolesModule } from '../roles';
import { SettingsModule } from '../settings';
import { StepUpModule } from '../step-up';
import { TenancyModule } from '../tenancy';
import { UsageModule } from '../usage';
import { UsersModule } from '../users';
import { AuthenticationGuard } from './authentication/authentication.guard';
import { CredentialReader } from './authentication/credential-reader';
import { KeyAuthentication } from './authentication/key-authentication';
import { NamedCompany } from './authentication/named-company';
import { OptionalSession } from './authentication/optional-session';
import { PasswordAuthentication } from './authentication/password-authentication';
import { ServiceKeyAuthentication } from './authentication/service-key-authentication';
import { SessionAuthentication } from './authentication/session-authentication';
import { ApiKeyStrategy } from './authentication/strategies/api-key.strategy';
import { BasicStrategy } from './authentication/strategies/basic.strategy';
import { SessionStrategy } from './authentication/strategies/session.strategy';
import { AcceptInvitationService } from './invitations/accept-invitation.service';
import { InvitationsController } from './invitations/invitations.controller';
import { MeController } from './me/me.controller';
import { MyPasswordController } from './me/my-password.controller';
import { MyPasswordService } from './me/my-password.service';
import { MySessionsController } from './me/my-sessions.controller';
import { MySessionsService } from './me/my-sessions.service';
import { IssueResetService } from './password-resets/issue-reset.service';
import { PasswordResets } from './password-resets/password-resets';
import { PasswordResetsController } from './password-resets/password-resets.controller';
import { ResetPasswordService } from './password-resets/reset-password.service';
import { ResettableUsers } from './password-resets/resettable-users';
import { SessionCookie } from './sessions/session-cookie';
import { SessionPrincipal } from './sessions/session-principal';
import { Sessions } from './sessions/sessions';
import { CurrentSessionService } from './sign-in/current-session.service';
import { KeySignIn } from './sign-in/key-sign-in';
import { SessionsController } from './sign-in/sessions.controller';
import { SignInService } from './sign-in/sign-in.service';
import { Founders } from './sign-up/founders';
import { Founding } from './sign-up/founding';
import { FreedSlugs } from './sign-up/freed-slugs';
import { SignUpController } from './sign-up/sign-up.controller';
import { SignUpService } from './sign-up/sign-up.service';
import { CallThrottle } from './throttling/call-throttle';
import { LoginThrottle } from './throttling/login-throttle';
import { ThrottleCounts } from './throttling/throttle-counts';

const strategies = [ApiKeyStrategy, BasicStrategy, SessionStrategy];
const checks = [
  NamedCompany,
  ServiceKeyAuthentication,
  KeySignIn,
  AuthenticationGuard,
  KeyAuthentication,
  CredentialReader,
  PasswordAuthentication,
  SessionAuthentication,
];
const signUp = [Founders, Founding, FreedSlugs, OptionalSession, SignUpService];
const sessions = [CurrentSessionService, SessionCookie, SessionPrincipal, Sessions, SignInService];
const mine = [MyPasswordService, MySessionsService];
const joining = [AcceptInvitationService];
const throttles = [CallThrottle, LoginThrottle, ThrottleCounts];
const resets = [IssueResetService, PasswordResets, ResetPasswordService, ResettableUsers];

@Module({
  imports: [
    ApiKeysModule,
    AuditModule,
    ProductsModule,
    RolesModule,
    SettingsModule,
    StepUpModule,
    UsageModule,
    UsersModule,
    TenancyModule.forFeature([CompanyEntity], 'id'),
  ],
  controllers: [
    SessionsController,
    MeController,
    SignUpController,
    MyPasswordController,
    MySessionsController,
    InvitationsController,
    PasswordResetsController,
  ],
  providers: [...strategies, ...checks, ...sessions, ...mine, ...joining, ...throttles, ...resets, ...signUp],
  exports: [
    AuthenticationGuard,
    CallThrottle,
    CredentialReader,
    Founding,
    KeyAuthentication,
    ServiceKeyAuthentication,
  ],
})
export class AuthModule {}
