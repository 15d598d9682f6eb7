import { metadataOf, repeatedRow, rowsOf } from './metadata';

describe('metadata in a form', () => {
  it('goes through it unchanged', () => {
    const metadata = { team: 'Billing', seats: 12, trial: false, order: '0042' };

    expect(metadataOf(rowsOf(metadata), metadata)).toEqual(metadata);
  });

  it('is a text where it was typed, and keeps its type where it reads as that', () => {
    const before = { seats: 12, trial: false };
    const rows = [
      { name: 'seats', value: '13' },
      { name: 'trial', value: 'perhaps' },
      { name: ' order ', value: ' 0042 ' },
      { name: ' ', value: 'nothing' },
    ];

    expect(metadataOf(rows, before)).toEqual({ seats: 13, trial: 'perhaps', order: '0042' });
  });

  it('is none when every row is gone', () => {
    expect(metadataOf([], { team: 'Billing' })).toBeNull();
  });

  it('has each name once: the row that repeats one is found', () => {
    const named = (name: string) => ({ name, value: '' });

    expect(repeatedRow([named('a'), named('b'), named(' a')])).toBe(2);
    expect(repeatedRow([named('a'), named(''), named('')])).toBeUndefined();
  });
});
