import type { ManagementPermission } from '../../../libs/permissions';
import type words from '../locales/en/permissions.json';

type Words = typeof words;

/**
 * What Kunci's own permissions, and those of its sample, let someone do, said under the heading of their group. Those of
 * other business modules are shown by the labels of the API.
 */
export const managementWords = {
  'company:read': 'may.companyRead',
  'company:update': 'may.companyUpdate',
  'company:submit': 'may.companySubmit',
  'settings:read': 'may.settingsRead',
  'settings:update': 'may.settingsUpdate',
  'users:read': 'may.usersRead',
  'users:create': 'may.usersCreate',
  'users:update': 'may.usersUpdate',
  'users:delete': 'may.usersDelete',
  'roles:read': 'may.rolesRead',
  'roles:create': 'may.rolesCreate',
  'roles:update': 'may.rolesUpdate',
  'roles:delete': 'may.rolesDelete',
  'service-accounts:read': 'may.accountsRead',
  'service-accounts:create': 'may.accountsCreate',
  'service-accounts:update': 'may.accountsUpdate',
  'service-accounts:delete': 'may.accountsDelete',
  'products:read': 'may.productsRead',
  'products:request': 'may.productsRequest',
  'events:read': 'may.eventsRead',
  'usage:read': 'may.usageRead',
  'keys:verify': 'may.keysVerify',
  'keys.company:read': 'may.keyRead',
  'keys.company:generate': 'may.keyGenerate',
  'keys.company:update': 'may.keyUpdate',
  'keys.company:reveal': 'may.keyReveal',
  'keys.company:rotate': 'may.keyRotate',
  'keys.company:revoke': 'may.keyRevoke',
  'keys.company:import': 'may.keyImport',
  'keys.product:read': 'may.keyRead',
  'keys.product:generate': 'may.keyGenerate',
  'keys.product:update': 'may.keyUpdate',
  'keys.product:reveal': 'may.keyReveal',
  'keys.product:rotate': 'may.keyRotate',
  'keys.product:revoke': 'may.keyRevoke',
  'keys.product:import': 'may.keyImport',
  'keys.personal:read': 'may.keyRead',
  'keys.personal:generate': 'may.keyGenerate',
  'keys.personal:update': 'may.keyUpdate',
  'keys.personal:reveal': 'may.keyReveal',
  'keys.personal:rotate': 'may.keyRotate',
  'keys.personal:revoke': 'may.keyRevoke',
  'keys.personal:sign-in': 'may.keySignIn',
  'keys.personal.any:read': 'may.keyRead',
  'keys.personal.any:revoke': 'may.keyRevoke',
  'keys.machine:read': 'may.keyRead',
  'keys.machine:generate': 'may.keyGenerate',
  'keys.machine:update': 'may.keyUpdate',
  'keys.machine:rotate': 'may.keyRotate',
  'keys.machine:revoke': 'may.keyRevoke',
} as const satisfies Readonly<Record<ManagementPermission, `may.${keyof Words['may']}`>>;

/** The same for the sample. */
export const sampleWords = {
  'sales-invoices:read': 'may.invoicesRead',
  'sales-invoices:create': 'may.invoicesCreate',
} as const satisfies Readonly<Record<string, `may.${keyof Words['may']}`>>;

/** The headings, by the resource of a permission: business first, then keys, then what concerns the company itself. */
export const groupWords = {
  'sales-invoices': 'groups.invoices',
  'keys.company': 'groups.companyKeys',
  'keys.product': 'groups.productKeys',
  'keys.personal': 'groups.ownKeys',
  'keys.personal.any': 'groups.everyonesKeys',
  'keys.machine': 'groups.machineKeys',
  users: 'groups.people',
  roles: 'groups.people',
  'service-accounts': 'groups.machines',
  company: 'groups.company',
  settings: 'groups.company',
  products: 'groups.company',
  events: 'groups.oversight',
  usage: 'groups.oversight',
  keys: 'groups.oversight',
} as const satisfies Readonly<Record<string, `groups.${keyof Words['groups']}`>>;
