export { HolderReports } from './holder-reports';
export { ReportedKeys } from './reported-keys';
export { ReportedSecrets } from './reported-secrets';
