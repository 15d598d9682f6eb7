import { managementPermissions } from '../../../libs/permissions/management';
import { type PermissionEntry, permissionGroups } from './permission-groups';

const anEntry = (name: string): PermissionEntry => ({
  name,
  label: `Label of ${name}`,
  group: 'A group',
  source: 'business',
  product: null,
  kinds: [],
});

const groupsOf = (...names: string[]) => permissionGroups(names.map(anEntry), (key) => key);

describe('the groups of permissions', () => {
  it('have each of Kunci’s own permissions once, in words of the console', () => {
    const named = groupsOf(...managementPermissions).flatMap(({ permissions }) => permissions);

    expect(named.map(({ name }) => name).sort()).toEqual([...managementPermissions].sort());
    expect(named.filter(({ label }) => label.startsWith('Label of'))).toEqual([]);
  });

  it('begin with business, and show a module without words of the console by the labels of the API', () => {
    expect(groupsOf('company:read', 'sales-invoices:read', 'suppliers:read')).toEqual([
      {
        id: 'suppliers',
        label: 'A group',
        permissions: [{ name: 'suppliers:read', label: 'Label of suppliers:read' }],
      },
      {
        id: 'groups.invoices',
        label: 'groups.invoices',
        permissions: [{ name: 'sales-invoices:read', label: 'may.invoicesRead' }],
      },
      {
        id: 'groups.company',
        label: 'groups.company',
        permissions: [{ name: 'company:read', label: 'may.companyRead' }],
      },
    ]);
  });

  it('keep products apart, under their names', () => {
    const ofProduct = (product: string, name: string) => ({
      ...anEntry(name),
      ...({ source: 'product', product, group: `Name of ${product}` } as const),
    });
    const entries = [ofProduct('webshop', 'orders:read'), ofProduct('returns', 'orders:refund')];

    expect(permissionGroups(entries, (key) => key).map(({ label }) => label)).toEqual([
      'Name of webshop',
      'Name of returns',
    ]);
  });
});
