import { TestClock } from '../../test/support/test-clock';
import { atMostEvery } from './at-most-every';
import { minuteMs } from './clock';

it('is time when it is first asked, and then once in a while', () => {
  const clock = new TestClock();
  const isTime = atMostEvery(minuteMs, clock);
  expect([isTime(), isTime()]).toEqual([true, false]);

  clock.advance(minuteMs - 1);
  expect(isTime()).toBe(false);
  clock.advance(1);
  expect([isTime(), isTime()]).toEqual([true, false]);
});
