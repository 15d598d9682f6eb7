import { dayMs, hourMs } from '../platform';

/* How a time is cut into hours or days of UTC. Pure, so that the arithmetic can be tested without a database. */

export const steps = ['hour', 'day'] as const;
export type Step = (typeof steps)[number];

/** From the beginning of one step to the beginning of another, in milliseconds since 1970. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const stepMs: Record<Step, number> = { hour: hourMs, day: dayMs };
/** What is shown when nobody says from when on: a day of hours, a month of days. */
const usualSteps: Record<Step, number> = { hour: 24, day: 30 };

/** The whole steps in which these times are; without an end up to the present one, that included. */
export function spanOf(step: Step, from: Date | null, to: Date | null, now: Date): Span {
  const ms = stepMs[step];
  const toMs = to === null ? beginningOf(step, now.getTime()) + ms : Math.ceil(to.getTime() / ms) * ms;
  const fromMs = from === null ? toMs - usualSteps[step] * ms : beginningOf(step, from.getTime());
  return { fromMs, toMs };
}

export function stepsIn(step: Step, { fromMs, toMs }: Span): number {
  return (toMs - fromMs) / stepMs[step];
}

/** When each step begins. */
export function beginningsIn(step: Step, span: Span): number[] {
  return Array.from({ length: stepsIn(step, span) }, (_, at) => span.fromMs + at * stepMs[step]);
}

/** The beginning of the first of the 24 hours in which a refused key is said to fail: the one at hand comes last. */
export function failingSince(now: Date): number {
  return beginningOf('hour', now.getTime()) - (usualSteps.hour - 1) * hourMs;
}

/** When the step began in which this time is. Every day of UTC has 24 hours, so days begin at multiples. */
export function beginningOf(step: Step, atMs: number): number {
  return Math.floor(atMs / stepMs[step]) * stepMs[step];
}
