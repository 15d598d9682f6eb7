import { keyActions } from './key-actions';
import { keyPermission } from './key-rights';
import { allOn, type ManagementPermission } from './management';

/**
 * The built-in roles, as every company has them: they can be assigned, not edited. Of Kunci's own permissions they hold
 * these; those of `businessRoles` hold every business permission as well.
 */
export const systemRoles = [
  role('owner', 'Owner', [
    ...member(),
    ...companyAffairs(),
    'company:submit',
    ...allOn('users', 'roles'),
    ...oversight(),
    ...allOn('keys.company', 'keys.product', 'keys.personal.any', 'service-accounts', 'keys.machine'),
  ]),
  role('superadmin', 'Superadmin', [
    ...member(),
    ...companyAffairs(),
    'company:submit',
    ...allOn('users', 'roles'),
    ...oversight(),
    ...allOn('keys.product', 'keys.personal.any', 'service-accounts'),
    ...watchedMachines(),
  ]),
  role('admin', 'Admin', [
    ...member(),
    ...companyAffairs(),
    ...allOn('users', 'roles'),
    ...oversight(),
    ...allOn('keys.product', 'keys.personal.any', 'service-accounts'),
    ...watchedMachines(),
  ]),
  role('system-administrator', 'System Administrator', [
    ...member(),
    ...oversight(),
    ...allOn('keys.company', 'service-accounts', 'keys.machine'),
  ]),
  role('member', 'Member', member()),
  // Apart from all others, so that a company decides by person who may make a key and who may sign in with one.
  role(
    'api-key-generate',
    'API Key Generate',
    keyActions.map((action) => keyPermission('personal', action)),
  ),
  role('api-key-sign-in', 'API Key Sign In', ['keys.personal:sign-in']),
] as const;

/** The roles of people who work with the product. */
export const businessRoles: readonly SystemRoleCode[] = [
  'owner',
  'superadmin',
  'admin',
  'system-administrator',
  'member',
];

/** What a system role is stored by; its name may be translated. */
export type SystemRoleCode = (typeof systemRoles)[number]['code'];

interface SystemRole<C extends string = SystemRoleCode> {
  readonly code: C;
  /** English. */
  readonly name: string;
  /** What it holds of Kunci's own permissions. */
  readonly management: readonly ManagementPermission[];
}

function role<const C extends string>(
  code: C,
  name: string,
  management: readonly ManagementPermission[],
): SystemRole<C> {
  return { code, name, management };
}

function member(): ManagementPermission[] {
  return ['company:read', 'products:read'];
}

function companyAffairs(): ManagementPermission[] {
  return ['company:update', 'products:request'];
}

/** Without what hands out a secret. */
function watchedMachines(): ManagementPermission[] {
  return ['keys.machine:read', 'keys.machine:update', 'keys.machine:revoke'];
}

function oversight(): ManagementPermission[] {
  return allOn('settings', 'events', 'usage', 'keys');
}
