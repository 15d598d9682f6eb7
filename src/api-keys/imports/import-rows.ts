import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { parseKey } from '../../../libs/api-key';
import { fieldFault } from '../../../libs/problems';
import { CONFIG, type Config } from '../../platform/config';
import { invalidField, Problem, validated } from '../../platform/http';
import { type ImportResult, type KeyImport, keyToImport, type KeyToImport } from '../key-import.schema';
import { ForeignHashes, sha256 } from './foreign-hashes';
import { beginsLikeOwn, fitsShape, isOwnShape, type KeyShape } from './key-shape';

/** A row that names a key, as far as that can be judged without the database. */
export interface ImportRow {
  readonly index: number;
  readonly input: KeyToImport;
  /** The text of a key that came as it is; null for one that came as a hash. */
  readonly text: string | null;
  /** The hash that it is remembered by, in the spelling of `ForeignHashes`. */
  readonly hash: string;
  /** Every hash by which the same key may have been imported before. */
  readonly aliases: readonly string[];
}

/** How many faults of one row are told of, so that no request is answered by megabytes. */
const maxFaults = 10;

/** Other requests have their turn after so many rows. */
const rowsPerTurn = 20;

/** Reads the rows of an import one by one. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly hashes: ForeignHashes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the rows that can be imported, and what is wrong with the others. @throws 422 for a shape of Kunci's own. */
  async read({ keys, shape }: KeyImport): Promise<{ rows: ImportRow[]; refused: ImportResult[] }> {
    if (isOwnShape(shape, this.config.keyPrefix)) throw ownShape();
    const rows: ImportRow[] = [];
    const refused: ImportResult[] = [];
    for (const [index, sent] of keys.entries()) {
      const read = orProblem(() => this.readRow(index, sent, shape));
      if (read instanceof Problem) refused.push(refusal(index, read));
      else rows.push(read);
      if (index % rowsPerTurn === 0) await setImmediate();
    }
    return { rows, refused };
  }

  /** @throws 422 that points into the row. */
  private readRow(index: number, sent: unknown, shape: KeyShape): ImportRow {
    const input = validated(keyToImport, sent, maxFaults);
    const { hash: given, algorithm, secretName } = input;
    if (algorithm !== 'plain') {
      const hash = this.hashes.read({ hash: given, algorithm, secretName });
      return { index, input, text: null, hash, aliases: [hash] };
    }
    if (secretName !== undefined) throw invalidField('/secretName', fieldFault('not-allowed', {}));
    if (!fitsShape(shape, given) || this.isLikeOwn(given)) throw misshapen();
    return { index, input, text: given, hash: sha256(given), aliases: this.hashes.of(given) };
  }

  private isLikeOwn(text: string): boolean {
    const { keyPrefix } = this.config;
    return beginsLikeOwn(text, keyPrefix) || parseKey(text, keyPrefix) !== null;
  }
}

/** The result of a row that becomes no key. */
export function refusal(index: number, { kind, details }: Problem): ImportResult {
  const { detail = kind.title, errors, members } = details;
  return {
    index,
    problem: { code: kind.code, detail, ...(errors ? { errors: [...errors] } : {}), ...members },
  };
}

/** @returns the refusal of this row. @throws a fault, which concerns all of them. */
export function orProblem<T>(read: () => T): T | Problem {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}

function misshapen(): Problem {
  const detail = 'is no key of this shape, or is shaped like a key of Kunci';
  return invalidField('/hash', fieldFault('invalid-format', { format: 'key-shape' }, detail));
}

function ownShape(): Error {
  return invalidField(
    '/shape',
    fieldFault('invalid', {}, "Keys of this shape would be taken for Kunci's own."),
  );
}
