import { CommandFault } from '../terminal/command-fault';
import { TailPace } from './tail-pace';

const silence = new CommandFault('unavailable', 'No answer.');
const limited = (retryAfterMs: number): CommandFault =>
  new CommandFault('refused', 'Too many.', [], retryAfterMs);

describe('the pace of a tail', () => {
  it('waits a second at least, also with an interval of 0', () => {
    const pace = new TailPace(0);

    expect(pace.afterAnswer()).toBe(1000);
    expect([pace.afterFault(silence), pace.afterFault(silence)]).toEqual([2000, 4000]);
  });

  it('slows down to 30 seconds, and is as before after an answer', () => {
    const pace = new TailPace(2000);
    const pauses = [1, 2, 3, 4, 5].map(() => pace.afterFault(silence));

    expect(pauses).toEqual([4000, 8000, 16_000, 30_000, 30_000]);
    expect(pace.afterAnswer()).toBe(2000);
  });

  it('waits as long as the server asks, an hour at most', () => {
    const pace = new TailPace(1000);

    expect([limited(60_000), limited(0), limited(1e12)].map((fault) => pace.afterFault(fault))).toEqual([
      60_000, 4000, 3_600_000,
    ]);
  });

  it.each([new CommandFault('credentials', 'The session has ended.'), new TypeError('A fault of ours.')])(
    'ends at what does not pass: %s',
    (error) => {
      expect(new TailPace(1000).afterFault(error)).toBeNull();
    },
  );
});
