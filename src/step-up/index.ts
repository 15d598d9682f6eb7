export { FactorAttemptsEntity } from './factor-attempts.entity';
export { FactorCheck } from './factor-check';
export { Pins } from './pins';
export { StepUpModule } from './step-up.module';
export { type SensitiveAct, StepUpService } from './step-up.service';
export { prerequisitesNotMet } from './step-up.problems';
export { StepUpToken } from './step-up-token';
export { StepUpTokenEntity } from './step-up-token.entity';
export { UserFactorEntity } from './user-factor.entity';
