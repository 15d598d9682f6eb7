import { newProduct, patchOf, removedFrom } from './product-values';

const read = { name: 'orders:read', label: 'See the orders' };
const refund = { name: 'orders:refund', label: 'Refund an order' };
const before = { ...newProduct, name: 'Webshop', permissions: [read, refund], grants: ['keys:verify'] };

describe('what is sent of a product that was edited', () => {
  it('is what was changed, and nothing where nothing was', () => {
    const permissions = [{ ...read, label: 'Read the orders' }, refund];

    expect(patchOf({ ...before, forMembers: true, permissions }, before)).toEqual({
      forMembers: true,
      permissions,
    });
    expect(patchOf(before, before)).toEqual({});
  });
});

describe('the permissions that a product loses', () => {
  it('are those that are missing, and none that has another label or is new', () => {
    const archive = { name: 'orders:archive', label: 'Archive an order' };
    const values = { ...before, permissions: [archive, { ...read, label: 'Read' }] };

    expect(removedFrom(before, values)).toEqual(['orders:refund']);
  });
});
