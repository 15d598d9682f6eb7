import { type FieldFault, fieldFault } from '../../libs/problems';
import { invalidField } from '../platform/http';
import { endBefore } from '../platform/time-zones';
import { askedTime, type Principal } from '../tenancy';
import { type Span, spanOf, type Step, stepsIn } from './time-steps';
import { type UsageQuery } from './usage.schema';

/** Hours of six weeks, and days of more than are kept. */
const maxSteps = 1_000;

/** The whole steps in which the times are that were asked for. @throws 422 when it would be nothing, or too much. */
export function askedSpan(
  principal: Principal,
  step: Step,
  query: Pick<UsageQuery, 'from' | 'to' | 'timeZone'>,
  now: Date,
): Span {
  const asked = askedTimes(principal, query);
  const span = spanOf(step, asked.from, asked.to, now);
  assertSpan(step, span);
  return span;
}

/** What is asked for, before it is cut into steps. */
export interface AskedTimes {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** @throws 422 when nothing could be between them. */
export function askedTimes(
  principal: Principal,
  { from, to, timeZone }: Pick<UsageQuery, 'from' | 'to' | 'timeZone'>,
): AskedTimes {
  const asked = {
    from: from === undefined ? null : askedTime(principal, from, timeZone).first,
    to: to === undefined ? null : endBefore(askedTime(principal, to, timeZone)),
  };
  if (asked.from !== null && asked.to !== null && asked.from >= asked.to)
    throw notBefore('must be before `to`');
  return asked;
}

function assertSpan(step: Step, span: Span): void {
  const count = stepsIn(step, span);
  if (count <= 0) throw notBefore('must be before `to`, which is now unless it is given');
  if (count > maxSteps) throw invalidField('/from', tooLong(step));
}

function notBefore(detail: string): Error {
  return invalidField('/from', fieldFault('not-before', { field: 'to' }, detail));
}

function tooLong(step: Step): FieldFault {
  const params = { maxSteps, field: 'to' };
  return fieldFault('span-too-long', params, `must be at most ${maxSteps} ${step}s before \`to\``);
}
