import { Injectable } from '@nestjs/common';
import { problems } from '../../../libs/problems';
import { type AppendedEvent } from '../../audit';
import { Receipts } from '../../cluster';
import { isUniqueViolation, type Tx, UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { assertProductFits } from '../commands/key-input';
import { type ImportedKeys, type ImportResult, type KeyImport } from '../key-import.schema';
import { assertMayImport } from '../key-rights';
import { EarlierImports } from './earlier-imports';
import { ImportDrafts } from './import-drafts';
import { ImportProof } from './import-proof';
import { type ImportRow, ImportRows } from './import-rows';
import { ImportWriter } from './import-writer';
import { KeyShapes } from './key-shapes';

/** As many as are written in some milliseconds, for on SQLite nobody else writes meanwhile. */
const rowsPerUnit = 200;

/** Imports keys that another system issued. They keep working as they are. */
@Injectable()
export class ImportKeysService {
  constructor(
    private readonly rows: ImportRows,
    private readonly proof: ImportProof,
    private readonly drafts: ImportDrafts,
    private readonly earlier: EarlierImports,
    private readonly shapes: KeyShapes,
    private readonly writer: ImportWriter,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /**
   * Each row becomes a whole key, or none and says why; the others are imported all the same. Where the database fails on the
   * way, rows may have been imported that are not told of: they are told of when the same is sent again.
   * @throws 403 without the right or the step-up, 409 when the kind is switched off or something has to be set up, 422 for a
   * shape of Kunci's own and for a sixth shape.
   */
  async import(principal: Principal, input: KeyImport, stepUpToken: string | null): Promise<ImportedKeys> {
    assertMayImport(principal, input.kind);
    assertProductFits(input.kind, input.product ?? null);
    const { rows, refused: results } = await this.rows.read(input);
    let last: AppendedEvent | null = null;
    for (let from = 0; from === 0 || from < rows.length; from += rowsPerUnit) {
      const part = rows.slice(from, from + rowsPerUnit);
      // One token proves all of them.
      const proof = from === 0 ? { token: stepUpToken } : null;
      const done = await this.unit((tx) => this.importSome(principal, input, part, proof, tx));
      results.push(...done.results);
      last = done.last ?? last;
    }
    results.sort((one, other) => one.index - other.index);
    return { results, ...(last === null ? {} : { revocation: await this.receipts.awaitEffective(last) }) };
  }

  private async importSome(
    principal: Principal,
    input: KeyImport,
    rows: readonly ImportRow[],
    proof: { readonly token: string | null } | null,
    tx: Tx,
  ): Promise<{ results: ImportResult[]; last: AppendedEvent | null }> {
    const policy = await this.proof.lock(principal, input, tx);
    const { drafts, refused } = await this.drafts.of(principal, input, rows, policy, tx);
    const known = new Set(refused.filter(isImported).map(({ index }) => index));
    const again = rows.filter(({ index }) => known.has(index));
    // Keys that came with a wrong shape before are found once they are sent again with the right one.
    const needsShape = drafts.length + again.length > 0;
    const shape = needsShape ? await this.shapes.add(principal, input.shape, tx) : null;
    if (proof !== null) await this.proof.prove(principal, input, policy, proof.token, tx);
    let last = shape?.event ?? null;
    if (shape !== null) {
      await this.earlier.giveShape(principal, input, again, shape.id, tx);
      last = (await this.writer.write(principal, input, policy, { drafts, shapeId: shape.id }, tx)) ?? last;
    }
    const made = drafts.map(({ row: { index }, key: { id, name } }) => ({ index, key: { id, name } }));
    return { results: [...refused, ...made], last };
  }

  /** Another company may bring the same key at the same moment; then this one finds it taken. */
  private async unit<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.units.run(work);
    } catch (fault) {
      if (!isUniqueViolation(fault)) throw fault;
      return this.units.run(work);
    }
  }
}

function isImported({ problem }: ImportResult): boolean {
  return problem?.code === problems.keyAlreadyImported.code;
}
