import { twoDaysOf } from './two-days-of';

const hours = (count: number, valid: number, refused: Record<string, number> = {}) =>
  Array.from({ length: count }, (_, hour) => ({ at: String(hour), valid, refused }));

describe('the last 24 hours beside those before', () => {
  it('are counted, and compared', () => {
    expect(twoDaysOf([...hours(24, 10), ...hours(24, 12, { EXPIRED: 1 })])).toMatchObject({
      valid: 288,
      refused: 24,
      change: expect.closeTo(0.2),
    });
  });

  it('are compared with nothing where there was nothing', () => {
    expect(twoDaysOf([...hours(24, 0), ...hours(24, 12)]).change).toBeNull();
  });

  it('are all there is of a shorter time', () => {
    expect(twoDaysOf(hours(3, 1))).toMatchObject({ valid: 3, change: null });
  });
});
