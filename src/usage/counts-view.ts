import { countedIn } from './key-usage-hour.entity';
import { type Counts, noCounts, outcomes, refusals } from './outcomes';
import { type CountsView } from './usage.schema';

/** The counts in sums of the columns. */
export function countsIn(sum: Readonly<Record<(typeof countedIn)[keyof typeof countedIn], number>>): Counts {
  const counts = noCounts();
  for (const outcome of outcomes) counts[outcome] = sum[countedIn[outcome]];
  return counts;
}

export function toView(counts: Counts): CountsView {
  const reasons: CountsView['reasons'] = {};
  let refused = 0;
  for (const refusal of refusals) {
    if (counts[refusal] === 0) continue;
    reasons[refusal] = counts[refusal];
    refused += counts[refusal];
  }
  return { valid: counts.VALID, refused, reasons };
}
