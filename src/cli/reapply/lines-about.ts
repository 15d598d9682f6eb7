import { type LogVerdict } from '../../audit';
import { type BroughtForward } from './bring-forward';
import { type Reapplied } from './reapply';

/** The result, for the person who ran the command. */
export function linesAbout({ ended, reapplied }: BroughtForward): string[] {
  const { sessions, resets, quotas } = ended;
  const lines =
    reapplied === null
      ? ['What was revoked, removed or changed since then is as it was: do it again.']
      : linesOf(reapplied);
  lines.push(`Ended: ${sessions} sessions, with their step-up tokens, and ${resets} password resets.`);
  if (quotas > 0)
    lines.push(`The spent quotas of ${quotas} keys are those of then: uses since then are not counted.`);
  return lines;
}

export function lineAboutLog(log: LogVerdict): string {
  return log.intact
    ? `The event log is intact: ${log.events} events.`
    : `The event log is broken at position ${log.position}: ${log.reason}. It was so when it was saved.`;
}

function linesOf({ events, upTo, lastAt, leftToDo, modules, missing, unknown }: Reapplied): string[] {
  const lines = [
    events === 0
      ? 'Nothing happened since then.'
      : `${events} events since then are applied, up to position ${upTo.seq} of ${lastAt?.toISOString()}.`,
  ];
  if (missing.size > 0) lines.push(`Made since then, and not there: ${countsOf(missing)}.`);
  if (modules.size > 0)
    lines.push(`Done in business modules since then, and not there: ${countsOf(modules)}.`);
  if (unknown.length > 0)
    lines.push(`Not applied, as this version does not know them: ${unknown.join(', ')}.`);
  if (leftToDo.length > 0) lines.push('Left to do:', ...leftToDo.map((sentence) => `  - ${sentence}`));
  return lines;
}

function countsOf(missing: ReadonlyMap<string, number>): string {
  return [...missing].map(([type, count]) => `${count} × ${type}`).join(', ');
}
