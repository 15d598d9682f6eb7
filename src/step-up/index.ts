export { FactorAttemptsEntity } from './factor-attempts.entity';
export { StepUpModule } from './step-up.module';
export { type SensitiveAct, StepUpService } from './step-up.service';
export { StepUpToken } from './step-up-token';
export { StepUpTokenEntity } from './step-up-token.entity';
