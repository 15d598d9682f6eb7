import { z } from 'zod';
import { type StoredRow, type StoredValue } from '../../platform/database';

/*
 * A backup is lines of JSON: a header, one line for each row, and an end line, without which the file was cut off.
 * It names no database product, so that what was saved from one can be restored into another.
 */

/** 2: the file is sealed. A file of version 1 is restored by the version that wrote it. */
const version = 2;

const headerSchema = z.strictObject({
  format: z.literal('kunci-backup'),
  version: z.literal(version),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
});

/** JSON has no bytes. No column holds an object, so nothing else looks like this. */
const bytesSchema = z.strictObject({ base64: z.base64() });
const valueSchema = z.union([z.string(), z.number(), z.null(), bytesSchema]);
const rowSchema = z.strictObject({ table: z.string(), row: z.record(z.string(), valueSchema) });
const endSchema = z.strictObject({ rows: z.int() });
const lineSchema = z.union([rowSchema, endSchema]);

export interface BackupHeader {
  readonly createdAt: string;
  readonly migrations: readonly string[];
}

export interface BackupRow {
  readonly table: string;
  readonly row: StoredRow;
}

export function headerLine({ createdAt, migrations }: BackupHeader): string {
  return JSON.stringify({ format: 'kunci-backup', version, createdAt, migrations });
}

export function rowLine({ table, row }: BackupRow): string {
  const values = Object.entries(row).map(([column, value]) => [column, toJson(value)] as const);
  return JSON.stringify({ table, row: Object.fromEntries(values) });
}

export function endLine(rows: number): string {
  return JSON.stringify({ rows });
}

/** @returns null when this is not the first line of a backup that we can read. */
export function parseHeader(line: string): BackupHeader | null {
  return headerSchema.safeParse(parseJson(line)).data ?? null;
}

/** @returns a row, or the expected number of rows, or null for any other line. */
export function parseLine(line: string): BackupRow | { readonly rows: number } | null {
  const parsed = lineSchema.safeParse(parseJson(line)).data;
  if (parsed === undefined || 'rows' in parsed) return parsed ?? null;
  const values = Object.entries(parsed.row).map(([column, value]) => [column, fromJson(value)] as const);
  return { table: parsed.table, row: Object.fromEntries(values) };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON, so it is not a line of a backup: no schema accepts undefined.
    return undefined;
  }
}

function toJson(value: StoredValue): z.infer<typeof valueSchema> {
  return Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value;
}

function fromJson(value: z.infer<typeof valueSchema>): StoredValue {
  return typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value;
}
