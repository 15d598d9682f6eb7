import fc from 'fast-check';
import { momentOrDay, queryMomentOrDay } from './moment';

describe('a time in a request', () => {
  it.each([
    ['2027-03-28T02:30:00+00:00', '2027-03-28T02:30:00.000Z'],
    ['2027-03-28T02:30:00-00:00', '2027-03-28T02:30:00.000Z'],
    ['2027-03-28T02:30:00Z', '2027-03-28T02:30:00.000Z'],
    ['2027-03-28t02:30:00z', '2027-03-28T02:30:00.000Z'],
    ['2027-03-28T02:30Z', '2027-03-28T02:30:00.000Z'],
    ['2027-03-28T02:30:00+07:00', '2027-03-27T19:30:00.000Z'],
    ['2027-03-28T02:30:00-09:30', '2027-03-28T12:00:00.000Z'],
    ['2027-03-28T02:30:00+23:59', '2027-03-27T02:31:00.000Z'],
    ['2027-03-28T02:30:00.5+07:00', '2027-03-27T19:30:00.500Z'],
    ['2027-03-28T02:30:00.123456789Z', '2027-03-28T02:30:00.123Z'],
    ['2027-03-28T02:30:00.9999Z', '2027-03-28T02:30:00.999Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2017-01-01T06:59:60+07:00', '2017-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    for (const schema of [queryMomentOrDay, momentOrDay]) expect(schema.parse(text)).toBe(utc);
  });

  it.each([
    ...[
      '',
      ' ',
      'tomorrow',
      '1790000000',
      '2027-03-28T02:30:00',
      '2027-03-28 02:30:00Z',
      '2027-03-28T24:00:00Z',
    ],
    ...['2027-02-29T00:00:00Z', '2027-13-01T00:00:00Z', '2027-00-10T00:00:00Z', '2027-03-28T02:60:00Z'],
    ...['2027-03-28T02:30:61Z', '2027-03-28T02:30:60Z', '2027-03-28T23:59:60Z', '2027-03-28T02:30:00+24:00'],
    ...[
      '2027-03-28T02:30:00+07',
      '2027-03-28T02:30:00+0700',
      '2027-03-28T02:30:00+07:60',
      '2027-03-28T02:30:00.Z',
    ],
    ...[
      '27-03-28T02:30:00Z',
      '+002027-03-28T02:30:00Z',
      '9999-12-31T23:59:59-00:01',
      '0000-01-01T00:00:00+00:01',
    ],
    ...['2027-03-28T02:30:00Z ', '２０２７-03-28T02:30:00Z', `2027-03-28T02:30:00.${'1'.repeat(1_000)}Z`],
  ])('%j is none, and the refusal shows a right one', (text) => {
    for (const schema of [queryMomentOrDay, momentOrDay]) {
      const message = schema.safeParse(text).error?.issues[0]?.message ?? '';
      const shown = /2027-03-28T02:30:00\+07:00/.exec(message)?.[0];
      expect(schema.parse(shown)).toBe('2027-03-27T19:30:00.000Z');
    }
  });

  it.each([7, null, true, {}])('%j is none', (value) => {
    for (const schema of [queryMomentOrDay, momentOrDay]) expect(schema.safeParse(value).success).toBe(false);
  });

  it('may be a date, which stays one', () => {
    for (const schema of [queryMomentOrDay, momentOrDay]) {
      expect(schema.parse('2027-03-28')).toBe('2027-03-28');
      expect(schema.safeParse('2027-02-29').success).toBe(false);
    }
  });

  it('may have lost its plus in a query', () => {
    expect(queryMomentOrDay.parse('2027-03-28T02:30:00 07:00')).toBe('2027-03-27T19:30:00.000Z');
    expect(momentOrDay.safeParse('2027-03-28T02:30:00 07:00').success).toBe(false);
  });

  it('is the instant that JavaScript makes of it, at any offset', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const offset = fc
      .tuple(fc.constantFrom('+', '-'), fc.nat(14), fc.nat(59))
      .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`);
    const days = { min: new Date('1970-01-02'), max: new Date('9998-12-30'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(days), offset, (date, behind) => {
        const text = date.toISOString().replace('Z', behind);
        expect(momentOrDay.parse(text)).toBe(new Date(text).toISOString());
      }),
    );
  });
});
