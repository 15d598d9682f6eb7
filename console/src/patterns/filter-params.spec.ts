import { activeFilters, withFilter, withoutFilters } from './filter-params';

const names = ['kind', 'status', 'q'];

describe('filters in the address', () => {
  it('are set, and start again at the first page', () => {
    const changed = withFilter(new URLSearchParams('tab=keys&page=2&cursor=abc'), 'status', 'revoked');
    expect(changed.toString()).toBe('tab=keys&status=revoked');
  });

  it('are taken away by an empty value', () => {
    expect(withFilter(new URLSearchParams('q=web&kind=company'), 'q', '').toString()).toBe('kind=company');
  });

  it('are cleared together, and leave the rest of the address alone', () => {
    expect(withoutFilters(new URLSearchParams('tab=keys&q=web&kind=company'), names).toString()).toBe(
      'tab=keys',
    );
  });

  it('count only when they say something', () => {
    expect(activeFilters(new URLSearchParams('tab=keys&q=&kind=company'), names)).toEqual(['kind']);
  });

  it('leave the given address as it was', () => {
    const before = new URLSearchParams('q=web');
    withFilter(before, 'q', 'shop');
    expect(before.toString()).toBe('q=web');
  });
});
