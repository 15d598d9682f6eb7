import { byDay } from './by-day';

it('events are under the day that it was where the company is', () => {
  const [late, early, before] = [
    { at: '2026-12-25T17:30:00.000Z' },
    { at: '2026-12-25T16:30:00.000Z' },
    { at: '2026-12-24T18:00:00.000Z' },
  ];

  expect(byDay([late, early, before], 'Asia/Jakarta')).toEqual([
    { day: '2026-12-26', events: [late] },
    { day: '2026-12-25', events: [early, before] },
  ]);
  expect(byDay([late, early, before], 'UTC').map(({ day }) => day)).toEqual(['2026-12-25', '2026-12-24']);
  expect(byDay([], 'UTC')).toEqual([]);
});
