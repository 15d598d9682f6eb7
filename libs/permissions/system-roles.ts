import { businessPermissions, catalogue, type Permission } from './catalogue';
import { keyActions } from './key-actions';
import { keyPermission } from './key-rights';

/** The built-in roles, as every company has them: they can be assigned, not edited. */
export const systemRoles = [
  role('owner', 'Owner', [
    ...member(),
    ...companyAffairs(),
    'company:submit',
    ...allOn('users', 'roles'),
    ...oversight(),
    ...allOn('keys.company', 'keys.product', 'keys.personal.any'),
  ]),
  role('superadmin', 'Superadmin', [
    ...member(),
    ...companyAffairs(),
    'company:submit',
    ...allOn('users', 'roles'),
    ...oversight(),
    ...allOn('keys.product', 'keys.personal.any'),
  ]),
  role('admin', 'Admin', [
    ...member(),
    ...companyAffairs(),
    ...allOn('users', 'roles'),
    ...oversight(),
    ...allOn('keys.product', 'keys.personal.any'),
  ]),
  role('system-administrator', 'System Administrator', [
    ...member(),
    ...oversight(),
    ...allOn('keys.company'),
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

/** What a system role is stored by; its name may be translated. */
export type SystemRoleCode = (typeof systemRoles)[number]['code'];

interface SystemRole<C extends string> {
  readonly code: C;
  /** English. */
  readonly name: string;
  readonly permissions: readonly Permission[];
}

function role<const C extends string>(
  code: C,
  name: string,
  permissions: readonly Permission[],
): SystemRole<C> {
  return { code, name, permissions };
}

function member(): Permission[] {
  return [...businessPermissions, 'company:read', 'products:read'];
}

function companyAffairs(): Permission[] {
  return ['company:update', 'products:request'];
}

function oversight(): Permission[] {
  return allOn('settings', 'events', 'usage', 'keys');
}

function allOn(...resources: (typeof catalogue)[number]['resource'][]): Permission[] {
  return catalogue
    .filter(({ resource }) => resources.includes(resource))
    .flatMap<Permission>(({ permissions }) => permissions);
}
