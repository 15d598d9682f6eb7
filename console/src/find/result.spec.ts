import { isNamed, maskIn, stepFrom } from './result';

const results = ['a', 'b', 'c'].map((id) => ({ id, label: id, hint: null, to: '/' }));

describe('what is typed to find something', () => {
  it.each([
    ['Audit trail', 'tra', true],
    ['Audit trail', 'trail au', true],
    ['Audit trail', 'rail', false],
    ['Café Ümlaut', 'cafe um', true],
    ['ani@toko.test', 'toko', true],
  ])('%s is found by %s: %s', (text, typed, found) => {
    expect(isNamed(text, typed)).toBe(found);
  });

  it.each([
    ['kunci_Qx7a…9fTd', { start: 'kunci_Qx7a', last4: '9fTd' }],
    [' kunci_Qx7a...9fTd ', { start: 'kunci_Qx7a', last4: '9fTd' }],
    ['kunci_Qx7a…', { start: 'kunci_Qx7a', last4: '' }],
    ['••••9fTd', null],
    ['Website', null],
  ])('%s is taken for what a list shows of a key: %j', (typed, mask) => {
    expect(maskIn(typed)).toEqual(mask);
  });
});

describe('the arrow keys', () => {
  it('go from one result to the next, round and round', () => {
    expect(stepFrom(results, null, 1)).toBe('a');
    expect(stepFrom(results, null, -1)).toBe('c');
    expect(stepFrom(results, 'c', 1)).toBe('a');
    expect(stepFrom(results, 'a', -1)).toBe('c');
    expect(stepFrom([], null, 1)).toBeNull();
  });
});
