export { AuthModule } from './auth.module';
export { acceptedKey, keyHeaders } from './authentication/accepted-key';
export { AuthenticationGuard } from './authentication/authentication.guard';
export { CredentialReader, type KeyCarrier } from './authentication/credential-reader';
export { slugTaken } from './auth.problems';
export { type Founded, Founding } from './sign-up/founding';
export { ThrottleCountEntity } from './throttling/throttle-count.entity';
export { SessionEntity } from './sessions/session.entity';
export { visitorOf } from './sessions/visitor';
