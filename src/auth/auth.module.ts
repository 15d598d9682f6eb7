import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys';
import { CompanyEntity } from '../companies';
import { EventsModule } from '../events';
import { RolesModule } from '../roles';
import { SettingsModule } from '../settings';
import { TenancyModule } from '../tenancy';
import { UsageModule } from '../usage';
import { UsersModule } from '../users';
import { AuthenticationGuard } from './authentication.guard';
import { CurrentSessionService } from './current-session.service';
import { Founding } from './founding';
import { Guesses } from './guesses/guesses';
import { KeyAuthentication } from './key-authentication';
import { KnownPerson } from './known-person';
import { MeController } from './me.controller';
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
import { SessionAuthentication } from './session-authentication';
import { SessionCookie } from './session-cookie';
import { SessionPrincipal } from './session-principal';
import { Sessions } from './sessions';
import { SessionsController } from './sessions.controller';
import { SignInService } from './sign-in.service';
import { ApiKeyStrategy } from './strategies/api-key.strategy';
import { BasicStrategy } from './strategies/basic.strategy';
import { SessionStrategy } from './strategies/session.strategy';

const strategies = [ApiKeyStrategy, BasicStrategy, SessionStrategy];
const checks = [AuthenticationGuard, KeyAuthentication, KnownPerson, Presenting, SessionAuthentication];
const sessions = [CurrentSessionService, SessionCookie, SessionPrincipal, Sessions, SignInService];
const resets = [PasswordChange, PasswordResets, ResetRedemption, ResetRight, ResettingService];
const redemption = [ChosenPasswords, Guesses, InvitationRedemption, Joining, ...resets];

@Module({
  imports: [
    ApiKeysModule,
    EventsModule,
    RolesModule,
    SettingsModule,
    UsageModule,
    UsersModule,
    TenancyModule.forFeature([CompanyEntity], 'id'),
  ],
  controllers: [SessionsController, MeController, InvitationsController, PasswordResetsController],
  providers: [...strategies, ...checks, ...sessions, ...redemption, Founding],
  exports: [AuthenticationGuard, Founding],
})
export class AuthModule {}
