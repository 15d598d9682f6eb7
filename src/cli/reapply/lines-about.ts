import { type Reapplied } from './reapply';

/** What came of it, for whoever ran the command. */
export function linesAbout({ events, upTo, lastAt, leftToDo, missing, unknown }: Reapplied): string[] {
  const lines = [
    events === 0
      ? 'Nothing happened since then.'
      : `${events} events since then are applied, up to position ${upTo.seq} of ${lastAt?.toISOString()}.`,
  ];
  if (missing.size > 0) lines.push(`Made since then, and not there: ${countsOf(missing)}.`);
  if (unknown.length > 0)
    lines.push(`Not applied, as this version does not know them: ${unknown.join(', ')}.`);
  if (leftToDo.length > 0) lines.push('Left to do:', ...leftToDo.map((sentence) => `  - ${sentence}`));
  return lines;
}

function countsOf(missing: ReadonlyMap<string, number>): string {
  return [...missing].map(([type, count]) => `${count} × ${type}`).join(', ');
}
