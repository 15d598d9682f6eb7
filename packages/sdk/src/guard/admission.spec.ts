import { createKunci } from '..';
import { stubKunci } from '../testing';
import { admit, type GuardOptions } from './admission';
import { keyOf } from './admitted-key';

const kunci = stubKunci({
  good: { permissions: ['orders:read'], company: { slug: 'orbit' } },
  old: 'EXPIRED',
  down: 'UNAVAILABLE',
});

/** What is told to a client with these headers; null where it is let in. */
async function told(
  rawHeaders: string[],
  options: GuardOptions = {},
  permission: string | null = 'orders:read',
) {
  const request = {};
  const refusal = await admit(kunci, request, { rawHeaders, address: '127.0.0.1' }, permission, options);
  return { status: refusal?.status ?? null, code: refusal?.problem.code, headers: refusal?.headers, request };
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a guard', () => {
  it.each([
    [['X-API-Key', 'good']],
    [['authorization', 'bearer good']],
    [['Authorization', basic('someone:good')]],
    [['Cookie', 'a=b', 'x-api-key', ' good ']],
  ])('lets in %j, and notes whose key it is', async (headers) => {
    const { status, request } = await told(headers);

    expect(status).toBeNull();
    expect(keyOf(request)).toMatchObject({ company: { slug: 'orbit' }, permissions: ['orders:read'] });
  });

  it.each([
    [[], 401, 'credentials-missing'],
    [['X-API-Key', ''], 401, 'credentials-missing'],
    [['X-API-Key', 'other'], 401, 'invalid-credentials'],
    [['X-API-Key', '__proto__'], 401, 'invalid-credentials'],
    [['X-API-Key', 'k'.repeat(513)], 401, 'invalid-credentials'],
    [['Authorization', 'Digest good'], 401, 'invalid-credentials'],
    [['Authorization', 'Basic !'], 401, 'invalid-credentials'],
    [['Authorization', basic('good')], 401, 'invalid-credentials'],
    [['X-API-Key', 'old'], 401, 'expired'],
    [['X-API-Key', 'good', 'X-API-Key', 'good'], 400, 'several-credentials'],
    [['X-API-Key', 'good', 'Authorization', 'Bearer good'], 400, 'several-credentials'],
    [['X-API-Key', 'down'], 503, 'unavailable'],
  ])('refuses %j with %i %s', async (headers, status, code) => {
    const refused = await told(headers);

    expect(refused).toMatchObject({ status, code });
    expect('www-authenticate' in (refused.headers ?? {})).toBe(status === 401);
    expect('retry-after' in (refused.headers ?? {})).toBe(status === 503);
    expect(() => keyOf(refused.request)).toThrow('no guard');
  });

  it('403 refuses what the key may not do', async () => {
    expect(await told(['X-API-Key', 'good'], {}, 'orders:read AND orders:write')).toMatchObject({
      status: 403,
    });
    expect(await told(['X-API-Key', 'good'], {}, 'orders:read OR orders:write')).toMatchObject({
      status: null,
    });
  });

  it('looks at the one carrier that counts', async () => {
    const both = ['X-API-Key', 'good', 'Authorization', 'Bearer of-the-application'];

    expect(await told(both, { carrier: 'x-api-key' })).toMatchObject({ status: null });
    expect(await told(both, { carrier: 'authorization' })).toMatchObject({ status: 401 });
  });

  it('says why there is no verdict, to its owner only', async () => {
    const onFault = jest.fn();
    const fetch = () => Promise.reject(new TypeError('secret address'));
    const down = createKunci({ url: 'http://kunci.test', maxRetries: 0, fetch });
    const from = { rawHeaders: ['x-api-key', 'good'], address: undefined };
    const refusal = await admit(down, {}, from, null, { onFault });

    expect(JSON.stringify(refusal)).not.toContain('address');
    expect(onFault).toHaveBeenCalledWith(expect.objectContaining({ name: 'KunciUnavailable' }));
  });

  it.each([
    [
      'synchronously',
      () => {
        throw new Error('no log');
      },
    ],
    ['later', () => Promise.reject(new Error('no log'))],
  ])('refuses as ever where what hears of faults fails %s', async (_when, onFault) => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => {});

    expect(await told(['X-API-Key', 'down'], { onFault })).toMatchObject({ status: 503 });
    expect(printed).toHaveBeenCalledWith(expect.objectContaining({ message: 'no log' }));
    printed.mockRestore();
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:5555', '203.0.113.7:5555'],
    ['[2001:db8::1]:443', '[2001:db8::1]:443'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['unknown', undefined],
    ['', undefined],
    ['203.0.113.7, 10.0.0.1', undefined],
    [undefined, undefined],
  ])('asks about the address %s as %s', async (address, asked) => {
    const verify = jest.fn(kunci.verify);
    await admit({ verify }, {}, { rawHeaders: ['x-api-key', 'good'], address }, null, {});

    expect(verify.mock.calls.map(([, question]) => question?.address)).toEqual([asked]);
  });

  it('answers with a problem that leads to no address of Kunci', async () => {
    const refusal = await admit(kunci, {}, { rawHeaders: [], address: undefined }, null, {});

    expect(refusal?.problem).toMatchObject({
      type: 'about:blank',
      title: 'Unauthorized',
      code: 'credentials-missing',
    });
  });
});
