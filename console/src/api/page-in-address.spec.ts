import { positionIn } from './page-in-address';

interface Address {
  readonly params: URLSearchParams;
  readonly state: unknown;
}

/** Turns pages as a browser would, beginning at an address. */
function browser(start: string, state: unknown = null) {
  let here: Address = { params: new URLSearchParams(start), state };
  const position = () =>
    positionIn(here.params, here.state, (params, remembered) => {
      here = { params, state: remembered };
    });
  return { position, address: () => here.params.toString() };
}

describe('a page of a list in the address', () => {
  it('is the first without a cursor, and has none before it', () => {
    const { position } = browser('status=active');

    expect(position()).toMatchObject({ cursor: null, pageNumber: 1, turnBack: null });
  });

  it('is turned on and back, and keeps the filters', () => {
    const { position, address } = browser('status=active');
    position().turnTo('one');
    position().turnTo('two');

    expect(address()).toBe('status=active&page=3&cursor=two');
    position().turnBack?.();
    expect(address()).toBe('status=active&page=2&cursor=one');
    position().turnBack?.();
    expect(address()).toBe('status=active');
  });

  it('leads back to the first page where the address came from elsewhere', () => {
    const { position, address } = browser('page=5&cursor=five');

    expect(position().pageNumber).toBe(5);
    position().turnBack?.();
    expect(address()).toBe('');
  });

  it.each([['text'], [{ cursors: 'five' }], [{ cursors: [5] }], [{ cursors: ['another'] }]])(
    'believes nothing that is not about it: %j',
    (state) => {
      const { position } = browser('page=x&cursor=five', state);

      expect(position()).toMatchObject({ cursor: 'five', pageNumber: 2 });
    },
  );
});
