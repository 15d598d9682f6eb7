import { type KeyAction } from './key-actions';
import { resource } from './resource';

const onKeys: Readonly<Record<KeyAction, string>> = {
  read: 'See them',
  generate: 'Create new ones',
  update: 'Change name, expiry, permissions and limits',
  reveal: 'Show them again',
  rotate: 'Rotate them',
  revoke: 'Revoke and delete them',
};

const onCompanyKeys = { ...onKeys, import: 'Import those of another system' };

/** What Kunci itself protects: the account of a company, its people and its keys. Business modules declare their own. */
export const management = [
  resource('company', 'Company', {
    read: 'See the company',
    update: 'Rename the company',
    submit: 'Submit the company for review',
  }),
  resource('users', 'Users', {
    read: 'See the members',
    create: 'Invite people',
    update: 'Give roles, deactivate, reset passwords',
    delete: 'Remove members',
  }),
  resource('roles', 'Roles', {
    read: 'See the roles',
    create: 'Create roles',
    update: 'Edit roles',
    delete: 'Delete roles',
  }),
  resource('settings', 'Settings', {
    read: 'See the security settings',
    update: 'Change the security settings',
  }),
  resource('products', 'Products', { read: 'See the products', request: 'Request products' }),
  resource('events', 'Events', { read: 'Read the audit trail' }),
  resource('usage', 'Usage', { read: 'See the usage' }),
  resource('keys', 'Key verification', { verify: 'Check whether a key is valid' }),
  resource('keys.company', 'Company keys', onCompanyKeys),
  resource('keys.product', 'Product keys', onCompanyKeys),
  resource('keys.personal', 'Own personal keys', { ...onKeys, 'sign-in': 'Sign in with them' }),
  resource('keys.personal.any', 'Personal keys of everyone', {
    read: 'See them',
    revoke: 'Revoke and delete them',
  }),
  resource('service-accounts', 'Service accounts', {
    read: 'See the service accounts',
    create: 'Create service accounts',
    update: 'Change them, their roles, and switch them off',
    delete: 'Delete them',
  }),
  resource('keys.machine', 'Machine keys of service accounts', {
    read: 'See them',
    generate: 'Create new ones',
    update: 'Change name, expiry and limits',
    rotate: 'Rotate them',
    revoke: 'Revoke and delete them',
  }),
] as const;

/** One of Kunci's own permissions. */
export type ManagementPermission = (typeof management)[number]['permissions'][number];

/** All of them, in the order of the list above. */
export const managementPermissions: readonly ManagementPermission[] =
  management.flatMap<ManagementPermission>(({ permissions }) => permissions);

/** Those on these resources. */
export function allOn(
  ...resources: readonly (typeof management)[number]['resource'][]
): ManagementPermission[] {
  return management
    .filter(({ resource: name }) => resources.includes(name))
    .flatMap<ManagementPermission>(({ permissions }) => permissions);
}
