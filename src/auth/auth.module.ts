import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys';
import { CompanyEntity } from '../companies';
import { EventsModule } from '../events';
import { RolesModule } from '../roles';
import { SettingsModule } from '../settings';
import { StepUpModule } from '../step-up';
import { TenancyModule } from '../tenancy';
import { UsageModule } from '../usage';
import { UsersModule } from '../users';
import { AuthenticationGuard } from './authentication.guard';
import { CurrentSessionService } from './current-session.service';
import { Founders } from './founders';
import { Founding } from './founding';
import { Guesses } from './guesses/guesses';
import { KeyAuthentication } from './key-authentication';
import { KeySignIn } from './key-sign-in';
import { KnownPerson } from './known-person';
import { MeController } from './me.controller';
import { MyPasswordController } from './my-password.controller';
import { MyPasswordService } from './my-password.service';
import { MySessionsController } from './my-sessions.controller';
import { MySessionsService } from './my-sessions.service';
import { OptionalSession } from './optional-session';
import { PasswordReplacement } from './password-replacement';
import { Presenting } from './presenting';
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
import { ServiceKeyAuthentication } from './service-key-authentication';
import { SessionAuthentication } from './session-authentication';
import { SessionCookie } from './session-cookie';
import { SessionPrincipal } from './session-principal';
import { Sessions } from './sessions';
import { SessionsController } from './sessions.controller';
import { SignInService } from './sign-in.service';
import { SignUpController } from './sign-up.controller';
import { SignUpService } from './sign-up.service';
import { ApiKeyStrategy } from './strategies/api-key.strategy';
import { BasicStrategy } from './strategies/basic.strategy';
import { SessionStrategy } from './strategies/session.strategy';

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
    EventsModule,
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
