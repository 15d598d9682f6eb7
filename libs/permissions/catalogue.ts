import { keyActions } from './key-actions';
import { businessModule, resource } from './resource';

/**
 * Every resource and what can be done to it; types, roles and what a key can hold follow from it. A new business module
 * adds one `businessModule` line at the end: Member and all roles that include it, and company, product and personal
 * keys, then have it at once.
 */
export const catalogue = [
  resource('company', 'Company', ['read', 'update', 'submit']),
  resource('users', 'Users', ['read', 'create', 'update', 'delete']),
  resource('roles', 'Roles', ['read', 'create', 'update', 'delete']),
  resource('settings', 'Settings', ['read', 'update']),
  resource('products', 'Products', ['read', 'request']),
  resource('events', 'Events', ['read']),
  resource('usage', 'Usage', ['read']),
  resource('keys', 'Key verification', ['verify']),
  resource('keys.company', 'Company keys', keyActions),
  resource('keys.product', 'Product keys', keyActions),
  resource('keys.personal', 'Own personal keys', [...keyActions, 'sign-in']),
  resource('keys.personal.any', 'Personal keys of everyone', ['read', 'revoke']),
  businessModule('sales-invoices', 'Sales invoices', ['read', 'create']),
] as const;

/** `resource:action`, for example `sales-invoices:read`. */
export type Permission = (typeof catalogue)[number]['permissions'][number];

/** All permissions there are, in the order of the catalogue. */
export const permissions: readonly Permission[] = catalogue.flatMap<Permission>((entry) => entry.permissions);

/** Those of the business modules. */
export const businessPermissions: readonly Permission[] = catalogue
  .filter((entry) => entry.business)
  .flatMap<Permission>((entry) => entry.permissions);

/** Whether the catalogue has this permission. Spelling counts, case too. */
export function isPermission(text: string): text is Permission {
  return permissionTexts.has(text);
}

/**
 * Reads stored permissions: a row may name one that a later version dropped, and it then means nothing.
 *
 * @returns those that the catalogue has, in the order given
 */
export function knownPermissions(texts: readonly string[]): Permission[] {
  return texts.filter(isPermission);
}

const permissionTexts: ReadonlySet<string> = new Set(permissions);
