import { requireKey } from './express';
import { stubKunci } from './testing';

const kunci = stubKunci({ good: {} });

/** What happens to a request with this key, whose answer is written by `end`. */
async function handled(key: string, end: () => void) {
  const response = { status: () => response, set: () => response, end };
  const next = jest.fn();
  await requireKey(kunci)({ rawHeaders: ['x-api-key', key], ip: '127.0.0.1' }, response, next);
  return next.mock.calls;
}

describe('the middleware', () => {
  it('goes on with a good key, and answers itself without', async () => {
    const end = jest.fn();

    expect(await handled('good', end)).toEqual([[]]);
    expect(end).not.toHaveBeenCalled();
    expect(await handled('other', end)).toEqual([]);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('hands on that it could not answer, since Express 4 drops its promise', async () => {
    const fault = new Error('headers were sent');
    const end = () => {
      throw fault;
    };

    expect(await handled('other', end)).toEqual([[fault]]);
  });
});
