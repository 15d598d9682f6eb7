import { Between, Column, type FindOperator, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { type z } from 'zod';

/*
 * Column types that mean the same on SQLite and on MySQL. Entities only say how a value is written and read; the exact
 * type in each database stands in the migrations, and no schema is ever synchronised from entities.
 */

interface ColumnChoice {
  readonly name?: string;
  readonly nullable?: boolean;
}

export function IdColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'varchar', ...choice });
}

export function PrimaryIdColumn(choice: { readonly name?: string } = {}): PropertyDecorator {
  return PrimaryColumn({ type: 'varchar', ...choice });
}

export function TextColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'varchar', ...choice });
}

/** True or false, stored as 1 or 0. What is neither reads as null, which is false to every condition that asks for true. */
export function FlagColumn(choice: ColumnChoice = {}): PropertyDecorator {
  // No `boolean`: TypeORM would take every text for true before a transformer sees it.
  return Column({ type: 'int', transformer: flag, ...choice });
}

const flag: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'boolean' ? Number(value) : value),
  from: toFlag,
};

/** What a raw query returns for a flag column. */
export function toFlag(value: unknown): boolean | null {
  if (value === 1) return true;
  return value === 0 ? false : null;
}

/** A flag that the database computes from other columns. Conditions name it; it is neither written nor read with its row. */
export function ComputedFlagColumn(choice: ColumnChoice = {}): PropertyDecorator {
  const computed = { nullable: true, insert: false, update: false, select: false };
  return Column({ type: 'int', transformer: flag, ...computed, ...choice });
}

/** A count beside what people know of a row: written with a new one, and then read and changed by statements of its own. */
export function UpkeepCountColumn(choice: ColumnChoice = {}): PropertyDecorator {
  const apart = { nullable: true, update: false, select: false };
  return Column({ type: 'bigint', transformer: wholeNumber, ...apart, ...choice });
}

/** A moment that the database computes, like `ComputedFlagColumn`. */
export function ComputedTimeColumn(choice: ColumnChoice = {}): PropertyDecorator {
  const computed = { nullable: true, insert: false, update: false, select: false };
  return Column({ type: 'bigint', transformer: milliseconds, ...computed, ...choice });
}

/** A number that the database computes, like `ComputedFlagColumn`. */
export function ComputedCountColumn(choice: ColumnChoice = {}): PropertyDecorator {
  const computed = { nullable: true, insert: false, update: false, select: false };
  return Column({ type: 'bigint', transformer: wholeNumber, ...computed, ...choice });
}

export function CountColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: wholeNumber, ...choice });
}

export function PrimaryCountColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'bigint', transformer: wholeNumber });
}

/** MySQL may send a big integer as text. None of ours is beyond what a number holds exactly. */
const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: toCount,
};

/** What a raw query returns for a column of counts. What is no whole number is NaN. */
export function toCount(value: number | string | null): number | null {
  return value === null ? null : toWhole(value);
}

/** `Number('')` is 0, which as a time would be long ago and as a length no limit at all: what is no whole number is NaN. */
function toWhole(value: number | string): number {
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) return NaN;
  return Number.isInteger(Number(value)) ? Number(value) : NaN;
}

export function PrimaryTextColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'varchar' });
}

export function BytesColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'blob', ...choice });
}

export function PrimaryBytesColumn(choice: { readonly name?: string } = {}): PropertyDecorator {
  return PrimaryColumn({ type: 'blob', ...choice });
}

/** A moment in UTC, stored as whole milliseconds since 1970: no time zone, no lost milliseconds, one order everywhere. */
export function TimeColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: milliseconds, ...choice });
}

const milliseconds: ValueTransformer = {
  to: (value: Date | null) => (value instanceof Date ? value.getTime() : value),
  from: (value: number | string | null) => toTime(value),
};

/**
 * Finds what is later than a moment, and a time at all. SQLite holds text in a column of numbers, and to it every text is more than
 * every number: with `MoreThan` a session whose end somebody overwrote would never end.
 */
export function after(moment: Date): FindOperator<Date> {
  return Between(new Date(moment.getTime() + 1), endOfTime);
}

/** The same for a statement in SQL: what goes into `BETWEEN ? AND ?`. */
export function boundsAfter(moment: Date): [firstMs: number, lastMs: number] {
  return [moment.getTime() + 1, endOfTime.getTime()];
}

// The last moment that a date can hold.
const endOfTime = new Date(8_640_000_000_000_000);

/** What a raw query returns for a time column. MySQL may send a big integer as text. What is no time is an invalid date. */
export function toTime(value: number | string): Date;
export function toTime(value: number | string | null): Date | null;
export function toTime(value: number | string | null): Date | null {
  return value === null ? null : new Date(toWhole(value));
}

/** Stands for a stored value that no service of ours wrote. It is never written back. */
export const unreadable = Symbol('unreadable');
export type Unreadable = typeof unreadable;

/**
 * A plain value, stored as JSON text. Reading never throws: TypeORM reads all rows of an answer together, so one bad row would
 * take the others with it.
 * @param schema what our services write.
 * @param otherwise what to read instead of anything else; it must grant less than any good value.
 */
export function JsonColumn(
  schema: z.ZodType,
  otherwise: unknown,
  choice: ColumnChoice = {},
): PropertyDecorator {
  return Column({ type: 'text', transformer: jsonOf(schema, otherwise), ...choice });
}

function jsonOf(schema: z.ZodType, otherwise: unknown): ValueTransformer {
  return {
    to: (value: unknown) => {
      if (value === unreadable) throw new Error('A value that cannot be read is not written back');
      return value === null || value === undefined ? value : JSON.stringify(value);
    },
    from: (text: string | null): unknown => {
      const read = toJson(schema, text);
      return read === unreadable ? otherwise : read;
    },
  };
}

/** What a raw query returns for a column of JSON. */
export function toJson<T>(schema: z.ZodType<T>, text: string | null): T | null | Unreadable {
  if (text === null) return null;
  const read = schema.safeParse(parsed(text));
  return read.success ? read.data : unreadable;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON at all is one more thing that no schema of ours takes.
    return unreadable;
  }
}
