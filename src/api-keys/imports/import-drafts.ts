import { Injectable } from '@nestjs/common';
import { type Permission } from '../../../libs/permissions';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { Problem } from '../../platform/http';
import { type KeyPolicy } from '../../settings';
import { type Principal } from '../../tenancy';
import { keyAlreadyImported, keyLimitReached } from '../api-keys.problems';
import { PermissionCeiling } from '../commands/permission-ceiling';
import { type GivenPermissions, type KeyDraft, KeyWriter } from '../commands/key-writer';
import { type ImportResult, type KeyImport } from '../key-import.schema';
import { KeyRows } from '../key-rows';
import { EarlierImports } from './earlier-imports';
import { type ImportRow, orProblem, refusal } from './import-rows';

/** A key that may be imported. */
export interface ImportDraft {
  readonly row: ImportRow;
  readonly key: KeyDraft;
  /** Whether its secret opens another key already, so that this one opens nothing. */
  readonly isTaken: boolean;
}

/** Judges the rows of an import by what is there, by the policy and by what the importer holds. */
@Injectable()
export class ImportDrafts {
  constructor(
    private readonly earlier: EarlierImports,
    private readonly writer: KeyWriter,
    private readonly ceiling: PermissionCeiling,
    private readonly rows: KeyRows,
    private readonly clock: Clock,
  ) {}

  /** @returns the keys to write, and why there is none for each of the other rows. */
  async of(
    principal: Principal,
    input: KeyImport,
    rows: readonly ImportRow[],
    policy: KeyPolicy,
    tx: Tx,
  ): Promise<{ drafts: ImportDraft[]; refused: ImportResult[] }> {
    const keyOf = await this.earlier.ofCompany(principal, rows, tx);
    const isTaken = await this.earlier.anywhere(rows, tx);
    const permissions = this.permissionsOf(principal, input, tx);
    const room = await this.roomFor(principal, input, rows.length, policy, tx);
    const made = new Map<string, string>();
    const drafts: ImportDraft[] = [];
    const refused: ImportResult[] = [];
    for (const row of rows) {
      const known = keyOf(row) ?? row.aliases.flatMap((hash) => made.get(hash) ?? [])[0];
      const key =
        known === undefined
          ? await this.draft(principal, { input, row, policy, permissions, hasRoom: drafts.length < room })
          : keyAlreadyImported({ members: { keyId: known } });
      if (key instanceof Problem) refused.push(refusal(row.index, key));
      else {
        drafts.push({ row, key, isTaken: isTaken(row) });
        for (const hash of row.aliases) made.set(hash, key.id);
      }
    }
    return { drafts, refused };
  }

  private async draft(
    principal: Principal,
    { input, row, policy, permissions, hasRoom }: Case,
  ): Promise<KeyDraft | Problem> {
    const { hash: _, algorithm: __, secretName: ___, ...fields } = row.input;
    const { kind, product } = input;
    const draft = orProblem(() =>
      this.writer.draft(principal, { ...fields, kind, product, environment: 'live' }, policy, null),
    );
    if (draft instanceof Problem) return draft;
    const given = await permissions(fields.permissions ?? null);
    if (given instanceof Problem) return given;
    if (!hasRoom) return keyLimitReached({ members: { maxActive: policy.maxActive } });
    return { ...draft, ...given };
  }

  /** Counted once, however many rows there are. */
  private async roomFor(
    principal: Principal,
    { kind, product }: KeyImport,
    wanted: number,
    { maxActive }: KeyPolicy,
    tx: Tx,
  ): Promise<number> {
    if (maxActive === null) return wanted;
    const pool = { kind, productCode: product ?? null, ownerId: null };
    return this.rows.room(principal, pool, { maxActive, wanted }, this.clock.now(), tx);
  }

  /** @returns what gives a key its permissions: most rows ask for the same as others, and are judged once. */
  private permissionsOf(principal: Principal, { kind, product }: KeyImport, tx: Tx): Judge {
    const given = { kind, productCode: product ?? null };
    const known = new Map<string, Promise<GivenPermissions | Problem>>();
    return (asked) => {
      const name = JSON.stringify(asked);
      const judged =
        known.get(name) ??
        this.ceiling.ofNew(principal, given, asked, tx).then(
          ({ permissions, logged }) => ({ permissions, logged }),
          (thrown: unknown) => orProblem<never>(() => rethrown(thrown)),
        );
      known.set(name, judged);
      return judged;
    };
  }
}

type Judge = (asked: readonly Permission[] | null) => Promise<GivenPermissions | Problem>;

/** One row, and what it is judged by. */
interface Case {
  readonly input: KeyImport;
  readonly row: ImportRow;
  readonly policy: KeyPolicy;
  readonly permissions: Judge;
  /** Whether the policy allows one more key after those that come before it. */
  readonly hasRoom: boolean;
}

function rethrown(thrown: unknown): never {
  throw thrown;
}
