import { catalogue, permissionsOf, withoutProducts } from '../../test/support/catalogue';
import { CompanyPermissions, keyKinds, type OfferedProduct, type Permission } from './index';

const defined = (id: string, name: Permission) => ({ id, name, label: `Label of ${name}` });

function aProduct(differing: Partial<OfferedProduct> = {}): OfferedProduct {
  const permissions = [defined('id-1', 'orders:read'), defined('id-2', 'orders:refund')];
  return { code: 'shop', name: 'Shop', permissions, forMembers: false, enabled: true, ...differing };
}

const having = (...offered: OfferedProduct[]) => new CompanyPermissions(catalogue, offered);

describe('the permissions of a company', () => {
  it('are those of the program, and by the name of each product what it defines', () => {
    const { entries } = having(aProduct());

    expect(entries.slice(0, -2)).toEqual(catalogue.entries);
    expect(entries.at(-1)).toEqual({
      name: 'orders:refund',
      label: 'Label of orders:refund',
      group: 'Shop',
      source: 'product',
      product: 'shop',
    });
  });

  it('are stored by name in the program and by id at a product, and read again', () => {
    const all = having(aProduct());
    const stored = all.store(['users:read', 'orders:refund', 'sales-invoices:read']);

    expect(stored).toEqual(['users:read', 'id-2', 'sales-invoices:read']);
    expect(all.read(stored)).toEqual(['users:read', 'orders:refund', 'sales-invoices:read']);
  });

  it('mean nothing by their bare names, without the product, and after another took the name', () => {
    expect(having(aProduct()).read(['orders:read', 'id-9'])).toEqual([]);
    expect(having(aProduct({ enabled: false })).read(['id-1'])).toEqual([]);
    const another = aProduct({ code: 'other', permissions: [defined('id-7', 'orders:read')] });
    expect(having(another).read(['id-1'])).toEqual([]);
  });

  it('never include what a product calls by the resource of a module', () => {
    const odd = aProduct({
      permissions: [defined('id-1', 'sales-invoices:burn'), defined('id-2', 'users:read')],
    });
    const all = having(odd);

    expect(all.entries).toEqual(catalogue.entries);
    expect(all.read(['id-1', 'id-2'])).toEqual([]);
    expect(all.has('sales-invoices:burn')).toBe(false);
  });

  it('are those of a resource together, as far as a role or a key of this kind can hold them', () => {
    const all = having(aProduct());

    expect(all.grantableToRoles().allNamedBy(['orders:*', 'sales-invoices:*', 'orders:read'])).toEqual([
      ...['orders:read', 'orders:refund'],
      ...['sales-invoices:read', 'sales-invoices:create'],
    ]);
    expect(all.grantable('personal', null).namedBy('users:*')).toEqual(['users:read']);
    expect(all.grantable('company', null).namedBy('users:*')).toEqual([]);
    expect(all.grantable('product', 'other').namedBy('orders:*')).toEqual([]);
    expect(
      having(aProduct({ enabled: false }))
        .grantableToRoles()
        .namedBy('orders:*'),
    ).toEqual([]);
  });

  it('are told apart by what routes can require', () => {
    const all = having(aProduct());
    const held: Permission[] = ['orders:read', 'sales-invoices:read'];

    expect(all.forRoutes(held)).toEqual(['sales-invoices:read']);
    expect(all.forProducts(held)).toEqual(['orders:read']);
  });

  it('go to keys of a company, to those of the product, and to personal and machine ones', () => {
    const all = having(
      aProduct(),
      aProduct({ code: 'other', permissions: [defined('id-3', 'parcels:send')] }),
    );
    const atMost = (product: string | null) =>
      keyKinds.map((kind) => all.grantableTo(kind, product).slice(catalogue.grantableTo(kind).length));

    expect(atMost('other')).toEqual([
      ['orders:read', 'orders:refund', 'parcels:send'],
      ['parcels:send'],
      ['orders:read', 'orders:refund', 'parcels:send'],
      ['orders:read', 'orders:refund', 'parcels:send'],
    ]);
    for (const kind of keyKinds)
      for (const { name } of all.entries)
        expect(all.isGrantableTo(kind, 'shop', name)).toBe(all.grantableTo(kind, 'shop').includes(name));
    expect(withoutProducts.grantableTo('product', 'other')).toEqual(catalogue.grantableTo('product'));
  });

  it('are held by those who administer the company, and by members where the product says so', () => {
    const product = aProduct({ forMembers: true, code: 'chat', permissions: [defined('id-3', 'chat:read')] });
    const all = having(aProduct(), product);
    const ofRole = (systemCode: Parameters<typeof permissionsOf>[0]) =>
      all.ofRole({ systemCode, permissions: null }).slice(permissionsOf(systemCode).length);

    for (const code of ['owner', 'superadmin', 'admin', 'system-administrator'] as const)
      expect(ofRole(code)).toEqual(['orders:read', 'orders:refund', 'chat:read']);
    expect(ofRole('member')).toEqual(['chat:read']);
    expect(ofRole('api-key-generate')).toEqual([]);
    expect(all.ofRole({ systemCode: null, permissions: ['id-2', 'users:read'] })).toEqual([
      'orders:refund',
      'users:read',
    ]);
  });

  it('may return where a product is switched off, and not once a permission is removed', () => {
    const off = having(aProduct({ enabled: false }));

    expect(off.unknownIn(['id-1', 'id-9', 'users:read', 'faxes:send'])).toEqual([
      'orders:read',
      'faxes:send',
    ]);
  });

  it('stand in the log by id and name', () => {
    const all = having(aProduct());

    expect(all.logged(['users:read', 'id-1', 'id-9'])).toEqual({
      permissions: ['users:read'],
      productPermissions: [{ id: 'id-1', name: 'orders:read' }],
    });
    expect(all.logged(['users:read'])).toEqual({ permissions: ['users:read'] });
  });

  it('stand there while their product is switched off, too', () => {
    expect(having(aProduct({ enabled: false })).logged(['users:read', 'id-1'])).toEqual({
      permissions: ['users:read'],
      productPermissions: [{ id: 'id-1', name: 'orders:read' }],
    });
  });
});
