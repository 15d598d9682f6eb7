import { z } from 'zod';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { companyStatuses } from '../companies';
import { quotaSchema, rateLimitsSchema } from '../limits';
import { allowedAddressesSchema } from './addresses';

export const storedPermissions = z.array(z.string());

/**
 * Reads columns that only services of ours write. Each throws for what none of them writes: a row that somebody else has
 * changed must not be half understood, for half of a restriction is none.
 */
export const stored = {
  kind: reading(z.enum(keyKinds)),
  companyStatus: reading(z.enum(companyStatuses)),
  /** Neither database has booleans: SQLite holds whatever it is given, and `Boolean` takes every text for true. */
  flag: (value: unknown): boolean => flag.parse(value) === 1,
  days: (value: number | string): number => days.parse(wholeNumber(value)),
  moment: (value: number | string): Date => new Date(milliseconds.parse(wholeNumber(value))),
  time: (value: number | string | null): Date | null => (value === null ? null : stored.moment(value)),
  permissions: readingJson(storedPermissions),
  addresses: readingJson(allowedAddressesSchema),
  rateLimits: readingJson(rateLimitsSchema),
  quota: readingJson(quotaSchema),
};

// Beyond what a date can hold there are only dates that are neither before nor after any other: they would never come.
export const lastMomentMs = Date.UTC(10_000, 0);
const milliseconds = z.int().max(lastMomentMs).min(-lastMomentMs);
const flag = z.union([z.literal(0), z.literal(1)]);
export const maxDays = 10_000_000;
const days = z.int().min(0).max(maxDays);

export function isKind(text: string): text is KeyKind {
  return keyKinds.some((kind) => kind === text);
}

export function isMoment(time: Date): boolean {
  return milliseconds.safeParse(time.getTime()).success;
}

export function isDays(count: number): boolean {
  return days.safeParse(count).success;
}

/**
 * Columns that are good each for itself and do not fit together would open more than was meant: a key without its product or
 * owner has no ceiling, and a superseded secret without an end never ends.
 */
export function fitTogether(key: {
  readonly kind: KeyKind;
  readonly productCode: string | null;
  readonly ownerId: string | null;
  readonly supersededAt: Date | null;
  readonly endsAt: Date | null;
}): boolean {
  return (
    (key.productCode !== null) === (key.kind === 'product') &&
    (key.ownerId !== null) === (key.kind === 'personal') &&
    (key.supersededAt === null) === (key.endsAt === null)
  );
}

/** What is no number stays none: `Number('')` is 0, which as a time would be long ago and as a length no limit at all. */
function wholeNumber(value: number | string): number {
  return typeof value === 'string' && !/^-?\d+$/.test(value) ? NaN : Number(value);
}

function reading<T>(schema: z.ZodType<T>): (value: unknown) => T {
  return (value) => schema.parse(value);
}

function readingJson<T>(schema: z.ZodType<T>): (text: string | null) => T | null {
  return (text) => (text === null ? null : schema.parse(JSON.parse(text)));
}
