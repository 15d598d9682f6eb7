export { type Principal, type PrincipalCompany, type PrincipalKey, principalWith } from './principal';
export { ScopedRepository } from './scoped-repository';
export { InjectScoped, TenancyModule } from './tenancy.module';
export { noUser } from './tenancy.problems';
export type { TenantRows, WritableTenantRows } from './tenant-rows';
