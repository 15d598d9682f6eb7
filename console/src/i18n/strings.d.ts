import type apiCredentials from '../locales/en/api-credentials.json';
import type apiKeys from '../locales/en/api-keys.json';
import type auditTrail from '../locales/en/audit-trail.json';
import type company from '../locales/en/company.json';
import type developerOption from '../locales/en/developer-option.json';
import type forms from '../locales/en/forms.json';
import type generateApiKey from '../locales/en/generate-api-key.json';
import type key from '../locales/en/key.json';
import type keyForm from '../locales/en/key-form.json';
import type keys from '../locales/en/keys.json';
import type leaving from '../locales/en/leaving.json';
import type mySettings from '../locales/en/my-settings.json';
import type overview from '../locales/en/overview.json';
import type patterns from '../locales/en/patterns.json';
import type permissions from '../locales/en/permissions.json';
import type platformCompanies from '../locales/en/platform-companies.json';
import type platformCompany from '../locales/en/platform-company.json';
import type platformProducts from '../locales/en/platform-products.json';
import type platformServiceKeys from '../locales/en/platform-service-keys.json';
import type platformUsers from '../locales/en/platform-users.json';
import type problems from '../locales/en/problems.json';
import type roles from '../locales/en/roles.json';
import type securitySettings from '../locales/en/security-settings.json';
import type serviceAccounts from '../locales/en/service-accounts.json';
import type session from '../locales/en/session.json';
import type shell from '../locales/en/shell.json';
import type usage from '../locales/en/usage.json';
import type user from '../locales/en/user.json';
import type users from '../locales/en/users.json';

/** Lets the compiler see a misspelt key. A new namespace has its line here and in `namespaces.ts`. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      'api-credentials': typeof apiCredentials;
      'api-keys': typeof apiKeys;
      'audit-trail': typeof auditTrail;
      company: typeof company;
      'developer-option': typeof developerOption;
      forms: typeof forms;
      'generate-api-key': typeof generateApiKey;
      key: typeof key;
      'key-form': typeof keyForm;
      keys: typeof keys;
      leaving: typeof leaving;
      'my-settings': typeof mySettings;
      overview: typeof overview;
      patterns: typeof patterns;
      permissions: typeof permissions;
      'platform-companies': typeof platformCompanies;
      'platform-company': typeof platformCompany;
      'platform-products': typeof platformProducts;
      'platform-service-keys': typeof platformServiceKeys;
      'platform-users': typeof platformUsers;
      problems: typeof problems;
      roles: typeof roles;
      'security-settings': typeof securitySettings;
      'service-accounts': typeof serviceAccounts;
      session: typeof session;
      shell: typeof shell;
      usage: typeof usage;
      user: typeof user;
      users: typeof users;
    };
  }
}
