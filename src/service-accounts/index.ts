export { ServiceAccountEntity } from './service-account.entity';
export { type AccountRights, ServiceAccounts } from './service-accounts';
export { ServiceAccountsModule } from './service-accounts.module';
