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
import { Founders } from './founders';
import { Founding } from './founding';
import { KeyAuthentication } from './key-authentication';
import { KnownPerson } from './known-person';
import { MeController } from './me.controller';
import { OptionalSession } from './optional-session';
import { Presenting } from './presenting';
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
const checks = [AuthenticationGuard, KeyAuthentication, KnownPerson, Presenting, SessionAuthentication];
const signUp = [Founders, Founding, OptionalSession, SignUpService];
const sessions = [CurrentSessionService, SessionCookie, SessionPrincipal, Sessions, SignInService];

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
  controllers: [SessionsController, MeController, SignUpController],
  providers: [...strategies, ...checks, ...sessions, ...signUp],
  exports: [AuthenticationGuard, Founding],
})
export class AuthModule {}
