import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock, dayMs, Ids } from '../../platform';
import { type Tx } from '../../platform/database';
import { type KeyPolicy } from '../../settings';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { keyRowOf } from '../commands/key-writer';
import { type KeyImport } from '../key-import.schema';
import { KeySecretEntity } from '../key-secret.entity';
import { Keyring } from '../keyring';
import { KeyWords } from '../lists/key-words';
import { type ImportDraft } from './import-drafts';
import { type ImportRow } from './import-rows';
import { faceOfShape, type KeyShape } from './key-shape';

/** Keys to write, and the shape that they come with. */
export interface ImportPart {
  readonly drafts: readonly ImportDraft[];
  readonly shapeId: string;
}

/** Writes imported keys, many by one statement. */
@Injectable()
export class ImportWriter {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly words: KeyWords,
    private readonly keyring: Keyring,
    private readonly events: EventLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns the last of the events, or null where there is nothing to write. */
  async write(
    principal: Principal,
    input: KeyImport,
    { maxLifetimeDays }: KeyPolicy,
    { drafts, shapeId }: ImportPart,
    tx: Tx,
  ): Promise<AppendedEvent | null> {
    const rows = drafts.map(({ key }) => keyRowOf(key));
    await this.keys.of(principal, tx).insertAll(rows);
    await this.words.writeUnowned(principal, rows, tx);
    const secrets = drafts.map((draft) => this.secretOf(principal, input, draft));
    const alike = { cappedDays: maxLifetimeDays ?? 0, shapeId };
    await this.secrets.of(principal, tx).insertAll(secrets.map((secret) => ({ ...secret, ...alike })));
    let last: AppendedEvent | null = null;
    for (const { key, row } of drafts) {
      const { id, kind, name, productCode: product, logged, expiresAt } = key;
      const { algorithm } = row.input;
      const data = { kind, name, product, ...logged, expiresAt, algorithm };
      last = this.events.append(tx, principal, eventOf(events.keyImported, id, data));
    }
    return last;
  }

  private secretOf(
    principal: Principal,
    { shape, seenWithinDays }: KeyImport,
    { row, key, isTaken }: ImportDraft,
  ): Omit<KeySecretEntity, 'companyId' | 'cappedDays' | 'shapeId'> {
    const digested = row.text === null ? this.unseen(row, shape, seenWithinDays) : this.seen(row.text, shape);
    return {
      id: this.ids.next(),
      keyId: key.id,
      ...digested,
      // It answers like any other, and no text has this digest.
      ...(isTaken ? { digest: randomBytes(digested.digest.length) } : {}),
      issuedAt: key.createdAt,
      expiresAt: key.expiresAt,
      importMark: this.keyring.importMark(principal.company?.id ?? '', row.hash),
      ...{ supersededAt: null, endsAt: null, noticedAt: null, madeWith: null },
      ...{ ciphertext: null, wrappedKey: null, kekVersion: null },
    };
  }

  private seen(text: string, shape: KeyShape) {
    return {
      ...this.keyring.digest(text),
      ...faceOfShape(shape, text),
      foreignAlgorithm: null,
      seenBy: null,
    };
  }

  private unseen({ hash, input: { algorithm } }: ImportRow, { prefix }: KeyShape, seenWithinDays: number) {
    const seenBy = new Date(this.clock.now().getTime() + seenWithinDays * dayMs);
    const face = { start: prefix === '' ? null : prefix, last4: '' };
    return { ...this.keyring.digestOfHash(hash), ...face, foreignAlgorithm: algorithm, seenBy };
  }
}
