export { CompanySettingsEntity, type Locale } from './company-settings.entity';
export { KeyPolicies } from './key-policies';
export {
  cautiousStepUp,
  companyKeyPolicy,
  type Factor,
  factors,
  type KeyPolicy,
  machineKeyPolicy,
  personalKeyPolicy,
  policyActionOf,
  type ProvenAct,
  provenActs,
  readHolderReportRule,
  type SensitiveAction,
  strictestOf,
} from './key-policy';
export { KeyPolicyEntity } from './key-policy.entity';
export { SettingsModule } from './settings.module';
export { SettingsService } from './settings.service';
