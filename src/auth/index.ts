export { AuthModule } from './auth.module';
export { AuthenticationGuard } from './authentication/authentication.guard';
export { slugTaken } from './auth.problems';
export { type Founded, Founding } from './sign-up/founding';
export { ThrottleCountEntity } from './throttling/throttle-count.entity';
export { SessionEntity } from './sessions/session.entity';
