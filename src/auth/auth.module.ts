import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys';
import { CompanyEntity } from '../companies';
import { AuditModule } from '../audit';
import { RolesModule } from '../roles';
import { SettingsModule } from '../settings';
import { StepUpModule } from '../step-up';
import { TenancyModule } from '../tenancy';
import { UsageModule } from '../usage';
import { UsersModule } from '../users';
import { AuthenticationGuard } from './authentication/authentication.guard';
import { CurrentSessionService } from './sign-in/current-session.service';
import { Founders } from './sign-up/founders';
import { Founding } from './sign-up/founding';
import { Guesses } from './guesses/guesses';
import { KeyAuthentication } from './authentication/key-authentication';
import { KeySignIn } from './sign-in/key-sign-in';
import { KnownPerson } from './sign-in/known-person';
import { MeController } from './me/me.controller';
import { MyPasswordController } from './me/my-password.controller';
import { MyPasswordService } from './me/my-password.service';
import { MySessionsController } from './me/my-sessions.controller';
import { MySessionsService } from './me/my-sessions.service';
import { OptionalSession } from './authentication/optional-session';
import { PasswordReplacement } from './me/password-replacement';
import { Presenting } from './authentication/presenting';
import { ChosenPasswords } from './redemption/chosen-passwords';
import { InvitationRedemption } from './redemption/invitation-redemption';
import { InvitationsController } from './redemption/invitations.controller';
import { Joining } from './redemption/joining';
import { PasswordChange } from './redemption/password-change';
import { PasswordResets } from './redemption/password-resets';
import { PasswordResetsController } from './redemption/password-resets.controller';
import { ResetRedemption } from './redemption/reset-redemption';
import { ResetRight } from './redemption/reset-right';
import { ResettingService } from './redemption/resetting.service';
import { ServiceKeyAuthentication } from './authentication/service-key-authentication';
import { SessionAuthentication } from './authentication/session-authentication';
import { SessionCookie } from './sessions/session-cookie';
import { SessionPrincipal } from './sessions/session-principal';
import { Sessions } from './sessions/sessions';
import { SessionsController } from './sign-in/sessions.controller';
import { SignInService } from './sign-in/sign-in.service';
import { SignUpController } from './sign-up/sign-up.controller';
import { SignUpService } from './sign-up/sign-up.service';
import { ApiKeyStrategy } from './authentication/strategies/api-key.strategy';
import { BasicStrategy } from './authentication/strategies/basic.strategy';
import { SessionStrategy } from './authentication/strategies/session.strategy';

const strategies = [ApiKeyStrategy, BasicStrategy, SessionStrategy];
const checks = [
  ServiceKeyAuthentication,
  KeySignIn,
  AuthenticationGuard,
  KeyAuthentication,
  KnownPerson,
  Presenting,
  SessionAuthentication,
];
const signUp = [Founders, Founding, OptionalSession, SignUpService];
const sessions = [CurrentSessionService, SessionCookie, SessionPrincipal, Sessions, SignInService];
const mine = [MyPasswordService, MySessionsService, PasswordReplacement];
const resets = [PasswordChange, PasswordResets, ResetRedemption, ResetRight, ResettingService];
const redemption = [ChosenPasswords, Guesses, InvitationRedemption, Joining, ...resets];

@Module({
  imports: [
    ApiKeysModule,
    AuditModule,
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
  providers: [...strategies, ...checks, ...sessions, ...mine, ...redemption, ...signUp],
  exports: [AuthenticationGuard, Founding],
})
export class AuthModule {}
