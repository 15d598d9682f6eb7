import {
  CompanyPermissions,
  PermissionCatalogue,
  resource,
  type SystemRoleCode,
} from '../../libs/permissions';

/** The permissions of a server with one business module. */
export const catalogue = new PermissionCatalogue([
  resource('sales-invoices', 'Sales invoices', { read: 'See the invoices', create: 'Create invoices' }),
]);

/** What keys and roles can hold in a company without products. */
export const withoutProducts = new CompanyPermissions(catalogue, []);

export const { permissions } = catalogue;

export const permissionsOf = (code: SystemRoleCode) => catalogue.ofSystemRole(code);
