import { listOfKeys } from './came-from';

describe('the way back from a key', () => {
  it('leads to the page of the list that one came from', () => {
    expect(listOfKeys({ state: { list: '/keys?status=active&page=3' } })).toBe('/keys?status=active&page=3');
    expect(listOfKeys({ state: { list: '/keys' } })).toBe('/keys');
  });

  it.each([
    null,
    undefined,
    'text',
    { list: '/usage' },
    { list: '//evil.test' },
    { list: '/keys/1' },
    { list: 7 },
  ])('leads to all keys for someone who came with %j', (state) =>
    expect(listOfKeys({ state })).toBe('/keys'),
  );
});
