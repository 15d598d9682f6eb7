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
  type AccessRequirement,
  Public,
  Requires,
  RequiresInPasswordSession,
  RequiresPasswordOrMachine,
  RequiresOperator,
} from './declarations';
export { PlainRoutes } from './plain-routes';
export { RouteDeclarations } from './route-declarations';
export { OpenToServiceKeys, opensPlatform, type ServiceKeyOpening } from './service-keys';
export { Idempotent, IdempotencyKeyEntity, KeptAnswers } from './idempotency';
export { assertEachPermission, readGrants } from './permission-faults';
export { permissionSchema, permissionsSchema } from './permission.schema';
export { CurrentPrincipal, setPrincipal } from './request-principal';
