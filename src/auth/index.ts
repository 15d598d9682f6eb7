export { AuthModule } from './auth.module';
export { AuthenticationGuard } from './authentication.guard';
export { Founding } from './founding';
export { GuessCountEntity } from './guesses/guess-count.entity';
export { PasswordResetEntity } from './redemption/password-reset.entity';
export { SessionEntity } from './session.entity';
