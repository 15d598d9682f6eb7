import { summaryOf, type UsagePoint } from './usage-summary';

const points: readonly UsagePoint[] = [
  { at: '2026-03-10T10:00:00Z', valid: 60, refused: { EXPIRED: 3, RATE_LIMITED: 10 } },
  { at: '2026-03-10T11:00:00Z', valid: 20, refused: { EXPIRED: 7, REVOKED: 0 } },
];

describe('what a usage chart says in words', () => {
  it('adds up the valid and the refused', () => {
    expect(summaryOf(points)).toMatchObject({ valid: 80, refused: 20, refusedShare: 0.2 });
  });

  it('names the reasons there were, the most frequent first', () => {
    expect(summaryOf(points).reasons).toEqual([
      { reason: 'EXPIRED', count: 10 },
      { reason: 'RATE_LIMITED', count: 10 },
    ]);
  });

  it('divides by nothing when nothing came in', () => {
    expect(summaryOf([])).toEqual({ valid: 0, refused: 0, refusedShare: 0, reasons: [] });
  });
});
