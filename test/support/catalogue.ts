import { PermissionCatalogue, resource, type SystemRoleCode } from '../../libs/permissions';

/** The permissions of a server with one business module. */
export const catalogue = new PermissionCatalogue([
  resource('sales-invoices', 'Sales invoices', { read: 'See the invoices', create: 'Create invoices' }),
]);

export const { permissions } = catalogue;

export const permissionsOf = (code: SystemRoleCode) => catalogue.ofSystemRole(code);
