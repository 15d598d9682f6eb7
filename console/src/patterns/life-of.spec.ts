import { lifeOf } from './life-of';

const at = (iso: string): Date => new Date(`${iso}Z`);
const made = at('2026-06-01T00:00');

describe('the life of a key', () => {
  it('is half over in the middle, and its end is far', () => {
    expect(lifeOf(made, at('2026-07-31T00:00'), at('2026-07-01T00:00'))).toEqual({
      spent: 0.5,
      end: 'far',
      daysLeft: 30,
    });
  });

  it('has a near end from 14 days before it on', () => {
    const until = at('2026-12-01T00:00');
    expect(lifeOf(made, until, at('2026-11-16T23:59')).end).toBe('far');
    expect(lifeOf(made, until, at('2026-11-17T00:00'))).toMatchObject({ end: 'near', daysLeft: 14 });
    expect(lifeOf(made, until, at('2026-11-30T12:00'))).toMatchObject({ end: 'near', daysLeft: 1 });
  });

  it('is over at its end', () => {
    const until = at('2026-12-01T00:00');
    expect(lifeOf(made, until, until)).toEqual({ spent: 1, end: 'over', daysLeft: 0 });
  });

  it('never ends without a date, and has spent nothing', () => {
    expect(lifeOf(made, null, at('2030-01-01T00:00'))).toMatchObject({ spent: 0, end: 'never' });
  });

  it('has spent nothing before it begins', () => {
    expect(lifeOf(made, at('2026-12-01T00:00'), at('2026-05-01T00:00')).spent).toBe(0);
  });
});
