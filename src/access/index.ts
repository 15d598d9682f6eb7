export { AccessGuard, proofOf } from './access.guard';
export { AccessModule } from './access.module';
export {
  companySuspended,
  credentialsMissing,
  forbidden,
  passwordSessionRequired,
  unauthenticated,
} from './access.problems';
export {
  Authenticated,
  type Demand,
  Public,
  Requires,
  RequiresInPasswordSession,
  RequiresOperator,
} from './declarations';
export { demandOf } from './demand-of';
export { Idempotent, IdempotencyInterceptor, IdempotencyKeyEntity, KeptAnswers } from './idempotency';
export { Asking, setPrincipal } from './request-principal';
