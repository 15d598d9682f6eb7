import { askedIn } from './key-filters';

const asked = (address: string) => askedIn(new URLSearchParams(address));

describe('the keys that an address asks for', () => {
  it('are the newest, 20 a page, where it says nothing', () => {
    expect(asked('')).toEqual({ filters: {}, sort: '-createdAt', limit: 20 });
  });

  it('are those of its filters, in its order', () => {
    expect(asked('unusedDays=90&environment=test&sort=-lastUsedAt&limit=100&page=2&cursor=x')).toEqual({
      filters: { unusedDays: 90, environment: 'test' },
      sort: '-lastUsedAt',
      limit: 100,
    });
  });

  it.each(['status=gone', 'kind=any', 'sort=random', 'limit=7', 'unusedDays=0', 'expiresWithinDays=9999'])(
    'are the usual ones where it means nothing: %s',
    (address) => {
      expect(asked(address)).toEqual(asked(''));
    },
  );

  it('have no secret in them', () => {
    expect(asked('q=kunci_0123456789abcdefghijklmnopqrstuv').filters).toEqual({});
  });
});
