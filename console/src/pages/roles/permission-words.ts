import type { Permission } from '../../../../libs/permissions';
import type roles from '../../locales/en/roles.json';

/** What each permission lets someone do, said under the heading of its group. */
export const permissionWords = {
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
  'keys.product:read': 'may.keyRead',
  'keys.product:generate': 'may.keyGenerate',
  'keys.product:update': 'may.keyUpdate',
  'keys.product:reveal': 'may.keyReveal',
  'keys.product:rotate': 'may.keyRotate',
  'keys.product:revoke': 'may.keyRevoke',
  'keys.personal:read': 'may.keyRead',
  'keys.personal:generate': 'may.keyGenerate',
  'keys.personal:update': 'may.keyUpdate',
  'keys.personal:reveal': 'may.keyReveal',
  'keys.personal:rotate': 'may.keyRotate',
  'keys.personal:revoke': 'may.keyRevoke',
  'keys.personal:sign-in': 'may.keySignIn',
  'keys.personal.any:read': 'may.keyRead',
  'keys.personal.any:revoke': 'may.keyRevoke',
  'sales-invoices:read': 'may.invoicesRead',
  'sales-invoices:create': 'may.invoicesCreate',
} as const satisfies Readonly<Record<Permission, `may.${keyof (typeof roles)['may']}`>>;

interface PermissionGroup {
  readonly label: `groups.${keyof (typeof roles)['groups']}`;
  readonly permissions: readonly Permission[];
}

/** The headings that permissions stand under: business first, then keys, then what concerns the company itself. */
export const permissionGroups: readonly PermissionGroup[] = [
  { label: 'groups.invoices', permissions: of('sales-invoices') },
  { label: 'groups.companyKeys', permissions: of('keys.company') },
  { label: 'groups.productKeys', permissions: of('keys.product') },
  { label: 'groups.ownKeys', permissions: of('keys.personal') },
  { label: 'groups.everyonesKeys', permissions: of('keys.personal.any') },
  { label: 'groups.people', permissions: of('users', 'roles') },
  { label: 'groups.company', permissions: of('company', 'settings', 'products') },
  { label: 'groups.oversight', permissions: of('events', 'usage', 'keys') },
];

function of(...resources: readonly string[]): readonly Permission[] {
  // A cast: the keys of the table above are permissions, which Object.keys does not know.
  const all = Object.keys(permissionWords) as Permission[];
  return all.filter((permission) => resources.includes(permission.slice(0, permission.indexOf(':'))));
}
