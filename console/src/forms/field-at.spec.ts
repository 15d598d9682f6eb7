import { fieldAt } from './field-at';

const values = { name: '', lines: 'a\nb', limits: [{ limit: '5' }], quota: { limit: '' } };

describe('the field a problem is about', () => {
  it('is the one its path names', () => {
    expect(fieldAt(values, ['name'])).toBe('name');
    expect(fieldAt(values, ['limits', 0, 'limit'])).toBe('limits.0.limit');
    expect(fieldAt(values, ['quota', 'limit'])).toBe('quota.limit');
  });

  it('is the field of all lines when it is about one of them', () => {
    expect(fieldAt(values, ['lines', 1])).toBe('lines');
  });

  it('is none when the form has nothing of it', () => {
    expect(fieldAt(values, ['product'])).toBeNull();
    expect(fieldAt(values, [])).toBeNull();
  });
});
