export { AuthModule } from './auth.module';
export { AuthenticationGuard } from './authentication.guard';
export { Founding } from './founding';
export { SessionEntity } from './session.entity';
