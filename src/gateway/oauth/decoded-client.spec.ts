import { decodedClient } from './decoded-client';

const key = 'kunci_abc';

describe('credentials in Basic', () => {
  it.each([
    ['Backend+of+orders', 'Backend of orders'],
    ['Backend of orders', 'Backend of orders'],
    ['ani%2Bkeys%40acme.test', 'ani+keys@acme.test'],
    ['ani+keys@acme.test', 'ani+keys@acme.test'],
    ['100%', '100%'],
    ['toko%E2%9C%93', 'toko✓'],
  ])('of %s are those of %s', (username, meant) => {
    expect(decodedClient({ username, text: 'kunci%5Fabc' })).toEqual({ username: meant, text: key });
  });

  it('are as they are where a key stands alone', () => {
    expect(decodedClient({ username: null, text: 'a%5Fb' })).toEqual({ username: null, text: 'a%5Fb' });
  });
});
