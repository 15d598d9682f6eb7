export { AccessGuard } from './access.guard';
export { AccessModule } from './access.module';
export { forbidden, unauthenticated } from './access.problems';
export { Census } from './census';
export { Authenticated, type Demand, Public, Requires, RequiresInPasswordSession } from './declarations';
export { demandOf } from './demand-of';
export { Asking, principalOf, setPrincipal } from './request-principal';
