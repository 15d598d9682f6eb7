import fc from 'fast-check';
import { GrantablePermissions, isNamedBy, type Permission } from './index';

const resources = ['orders', 'orders-old', 'keys', 'keys.company'];
const actions = ['read', 'refund', 'admin'];
const permission = fc
  .tuple(fc.constantFrom(...resources), fc.constantFrom(...actions))
  .map(([resource, action]): Permission => `${resource}:${action}`);
const wildcard = fc.constantFrom(...resources).map((resource): Permission => `${resource}:*`);
const some = fc.array(permission);
const grants = fc.array(fc.oneof(permission, wildcard));

describe('permissions that can be granted', () => {
  it('are named one by one, or all of a resource, whose name has to be the whole one', () => {
    const all = new GrantablePermissions(['orders:read', 'orders:refund', 'orders-old:read']);

    expect(all.namedBy('orders:*')).toEqual(['orders:read', 'orders:refund']);
    expect(all.namedBy('orders:refund')).toEqual(['orders:refund']);
    expect(all.namedBy('order:*')).toEqual([]);
    expect(all.namedBy('orders:admin')).toEqual([]);
  });

  it('are those that a grant names, each once, and never another', () => {
    fc.assert(
      fc.property(some, grants, (known, given) => {
        const named = new GrantablePermissions(known).allNamedBy(given);

        expect(new Set(named).size).toBe(named.length);
        expect(new Set(named)).toEqual(
          new Set(known.filter((one) => given.some((grant) => isNamedBy(grant, one)))),
        );
      }),
    );
  });

  it('are the same whether a resource is named at once, or each of its permissions', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...resources), (known, resource) => {
        const all = new GrantablePermissions(known);
        const each = actions.map((action): Permission => `${resource}:${action}`);

        expect(new Set(all.namedBy(`${resource}:*`))).toEqual(new Set(all.allNamedBy(each)));
      }),
    );
  });
});
