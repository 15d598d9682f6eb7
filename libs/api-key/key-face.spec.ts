import { faceOf } from './index';

describe('faceOf', () => {
  it('shows the prefix, the first 4 and the last 4 of a prefixed key', () => {
    const key = `kunci_Ab3d${'0'.repeat(28)}12wXyZ`;

    expect(faceOf(key, 'prefixed')).toEqual({ start: 'kunci_Ab3d', last4: 'wXyZ' });
  });

  it('knows a prefix that has an underscore itself', () => {
    const key = `my_app_Ab3d${'0'.repeat(28)}12wXyZ`;

    expect(faceOf(key, 'prefixed').start).toBe('my_app_Ab3d');
  });

  it('shows only the last 4 of a hex32 key', () => {
    expect(faceOf('0123456789abcdef0123456789abcdef', 'hex32')).toEqual({ start: null, last4: 'cdef' });
  });
});
