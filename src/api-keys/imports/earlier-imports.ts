import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { type KeyImport } from '../key-import.schema';
import { KeySecretEntity } from '../key-secret.entity';
import { Keyring } from '../keyring';
import { type ImportRow } from './import-rows';
import { KeyShapeEntity } from './key-shape.entity';

/** Which keys of an import are there already. */
@Injectable()
export class EarlierImports {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    @InjectScoped(KeyShapeEntity) private readonly shapes: ScopedRepository<KeyShapeEntity>,
    private readonly keyring: Keyring,
  ) {}

  /** @returns maps a row to the key of the company that it has become before, or to null. */
  async ofCompany(
    principal: Principal,
    rows: readonly ImportRow[],
    tx: Tx,
  ): Promise<(row: ImportRow) => string | null> {
    const marksOf = this.marksIn(principal);
    const importMark = In(rows.flatMap(marksOf));
    const found = await this.secrets.of(principal, tx).find({ where: { importMark } });
    const keyIds = new Map(found.map(({ importMark: mark, keyId }) => [nameOf(mark), keyId]));
    return (row) => marksOf(row).flatMap((mark) => keyIds.get(nameOf(mark)) ?? [])[0] ?? null;
  }

  /**
   * For rows that come once more: one before may have come with a wrong shape. A text has the shape that it comes with; of a hash that is only said,
   * so a key that was used keeps the shape that its text was seen to have; where that one is gone, it counts for each. Keys of
   * another kind or product, which the importer may not import, stay as they are.
   */
  async giveShape(
    principal: Principal,
    input: Pick<KeyImport, 'kind' | 'product'>,
    rows: readonly ImportRow[],
    shapeId: string,
    tx: Tx,
  ): Promise<void> {
    const secrets = this.secrets.of(principal, tx);
    const texts = await this.idsOf(
      principal,
      input,
      rows.filter(({ text }) => text !== null),
      tx,
    );
    if (texts.length > 0) await secrets.update({ id: In(texts) }, { shapeId });
    const hashes = await this.idsOf(
      principal,
      input,
      rows.filter(({ text }) => text === null),
      tx,
    );
    if (hashes.length === 0) return;
    await secrets.update({ id: In(hashes), foreignAlgorithm: Not(IsNull()) }, { shapeId });
    const shapes = (await this.shapes.of(principal, tx).find()).map(({ id }) => id);
    const ofGoneShape = { foreignAlgorithm: IsNull(), shapeId: Not(In(shapes)) };
    await secrets.update({ id: In(hashes), ...ofGoneShape }, { shapeId: null });
  }

  /** The secrets that these rows have become before, of keys of this kind and product. */
  private async idsOf(
    principal: Principal,
    { kind, product }: Pick<KeyImport, 'kind' | 'product'>,
    rows: readonly ImportRow[],
    tx: Tx,
  ): Promise<string[]> {
    const marks = rows.flatMap(this.marksIn(principal));
    if (marks.length === 0) return [];
    const query = this.secrets
      .of(principal, tx)
      .query('secret')
      .leftJoin('key', ApiKeyEntity, 'key.id = secret.keyId')
      .and('secret.importMark IN (:...marks)', { marks })
      .and('key.kind = :kind', { kind });
    if (product !== undefined) query.and('key.productCode = :product', { product });
    return query.valuesOf('id');
  }

  /**
   * An importer does not learn that another company has the key: they have proved nothing but that they know a hash. An
   * importer of the key itself has proved more, and a mere hash of another company does not keep it from them.
   * @returns whether the secret of a row is that of any key.
   */
  async anywhere(rows: readonly ImportRow[], tx: Tx): Promise<(row: ImportRow) => boolean> {
    const digestsOf = ({ text, aliases }: ImportRow): Buffer[] =>
      text === null
        ? aliases.flatMap((hash) => this.keyring.digestsOfHash(hash))
        : this.keyring.digests(text);
    const digest = In(rows.flatMap(digestsOf));
    const found = await managerOf(tx).find(KeySecretEntity, { select: { digest: true }, where: { digest } });
    const taken = new Set(found.map((secret) => nameOf(secret.digest)));
    return (row) => digestsOf(row).some((one) => taken.has(nameOf(one)));
  }

  /** By what the company knows the key of a row again. */
  private marksIn({ company }: Principal): (row: ImportRow) => Buffer[] {
    const companyId = company?.id ?? '';
    return ({ aliases }) => aliases.flatMap((hash) => this.keyring.importMarks(companyId, hash));
  }
}

function nameOf(bytes: Buffer | null): string {
  return bytes?.toString('base64') ?? '';
}
