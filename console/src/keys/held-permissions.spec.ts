import { heldInShort } from './held-permissions';

const known = [
  { name: 'orders:read', product: null, kinds: ['company' as const] },
  { name: 'orders:write', product: null, kinds: ['company' as const] },
  { name: 'refunds:read', product: null, kinds: ['company' as const] },
  { name: 'payouts:read', product: 'disbursement', kinds: ['company' as const, 'product' as const] },
];
const all = known.map(({ name }) => name);

describe('what a list says of what a key may do', () => {
  it('names what it may, and how much more there is', () => {
    const key = { kind: 'company', product: null, permissions: all.slice(0, 3) } as const;

    expect(heldInShort(key, known)).toEqual({ names: ['orders:read', 'orders:write'], more: 1 });
  });

  it('is everything for a key that may all that its kind can', () => {
    const key = { kind: 'company', product: null, permissions: all } as const;

    expect(heldInShort(key, known)).toBe('everything');
    expect(heldInShort(key, undefined)).toMatchObject({ more: 2 });
  });

  it('is by name where there is hardly anything', () => {
    const key = { kind: 'product', product: 'disbursement', permissions: ['payouts:read'] } as const;

    expect(heldInShort(key, known)).toEqual({ names: ['payouts:read'], more: 0 });
  });
});
