import { foldedSearch } from './folded-search';

describe('a search that folds case', () => {
  it('replaces the letters beyond ASCII that were typed, and no others', () => {
    const { isIn, parameters } = foldedSearch('École É1');
    expect(isIn('name')).toBe('INSTR(REPLACE(LOWER(name), :from0, :to0), :typed) > 0');
    expect(parameters).toEqual({ typed: 'école é1', from0: 'É', to0: 'é' });
  });

  it.each([
    ['plain text', 'Kopi Susu 100%'],
    ['letters without case', '珈琲'],
    ['a letter with two as its capital', 'ß'],
  ])('leaves %s to the database', (_what, text) => {
    expect(foldedSearch(text)).toMatchObject({ parameters: { typed: text.toLowerCase() } });
    expect(foldedSearch(text).isIn('name')).toBe('INSTR(LOWER(name), :typed) > 0');
  });

  it('takes the two small sigmas for one letter', () => {
    const { parameters } = foldedSearch('ΟΔΌΣ');
    expect(parameters['typed']).toBe('οδόσ');
    expect(Object.values(parameters)).toContain('ς');
    expect(foldedSearch('οδός').parameters['typed']).toBe('οδόσ');
  });
});
