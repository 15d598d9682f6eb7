export { asOperator } from './as-operator';
export { namesCompany } from './names-company';
export { nobodyIn } from './nobody-in';
export {
  isMachine,
  isService,
  type Principal,
  type PrincipalCompany,
  type PrincipalKey,
  principalWith,
} from './principal';
export { type RankRange, type ScopedQuery } from './scoped-query';
export { ScopedRepository } from './scoped-repository';
export { InjectScoped, TenancyModule } from './tenancy.module';
export { noUser } from './tenancy.problems';
export { askedTime, timeZoneFor } from './time-zone-for';
