import { dots, maskedKey } from './masking';

describe('a key that is not shown', () => {
  it('is named by its beginning and its end', () => {
    expect(maskedKey({ start: 'kunci_AbCd', last4: 'wxyz' })).toBe('kunci_AbCd…wxyz');
  });

  it('is named by its end alone where the format shows no beginning', () => {
    expect(maskedKey({ start: '', last4: '7a24' })).toBe('••••7a24');
    expect(maskedKey({ start: null, last4: '7a24' })).toBe('••••7a24');
  });

  it('hides behind dots whose number is the same for every secret', () => {
    expect(dots).toMatch(/^•{12}$/);
  });
});
