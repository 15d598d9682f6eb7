import { Between, Column, type FindOperator, PrimaryColumn, type ValueTransformer } from 'typeorm';

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

export function FlagColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'boolean', ...choice });
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
  from: (value: number | string | null) => (value === null ? null : Number(value)),
};

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

// The last moment that a date can hold.
const endOfTime = new Date(8_640_000_000_000_000);

/** What a raw query returns for a time column. MySQL may send a big integer as text. */
export function toTime(value: number | string | null): Date | null {
  return value === null ? null : new Date(Number(value));
}

/** A plain value, stored as JSON text. Reading back text that is no JSON throws, and so closes that row only. */
export function JsonColumn(choice: ColumnChoice = {}): PropertyDecorator {
  return Column({ type: 'text', transformer: json, ...choice });
}

const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null): unknown => (value === null ? null : JSON.parse(value)),
};
