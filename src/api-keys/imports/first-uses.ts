import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Background, secondMs } from '../../platform';
import { isUniqueViolation, type Tx, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { KeySecretEntity } from '../key-secret.entity';
import { Keyring } from '../keyring';
import { KeyCache } from '../verification/key-cache';
import { faceOfShape } from './key-shape';
import { KnownShapes } from './known-shapes';

const everyMs = 2 * secondMs;
const maxSecrets = 10_000;
/** As many as are written in some milliseconds, for on SQLite nobody else writes meanwhile. */
const secretsPerUnit = 100;

/** An imported key that was accepted. */
interface AcceptedKey {
  readonly id: string;
  readonly secretId: string;
  readonly company: { readonly id: string };
}

/**
 * Gives an imported key the digest of this installation when it is used for the first time: only then is its text known. The
 * digest is computed at once and the text dropped; the row is written later, off the request path, and the hash of the other
 * system is gone from it.
 */
@Injectable()
export class FirstUses {
  private waiting = new Map<string, Seen>();

  constructor(
    private readonly keyring: Keyring,
    private readonly shapes: KnownShapes,
    private readonly cache: KeyCache,
    private readonly units: UnitOfWork,
    background: Background,
  ) {
    background.every(everyMs, () => this.flush(), 'imported keys could not be hashed again');
    background.onShutdown(() => this.flush());
  }

  /** Notes a key that was accepted by the hash of another system. What does not fit into the buffer is noted at a later use. */
  note({ id: keyId, secretId, company }: AcceptedKey, text: string): void {
    if (this.waiting.size >= maxSecrets || this.waiting.has(secretId)) return;
    const shape = this.shapes.ofCompany(company.id, text);
    const face = shape === null ? { start: null, last4: '' } : faceOfShape(shape, text);
    const ofShape = shape === null ? {} : { shapeId: shape.id };
    this.waiting.set(secretId, { keyId, life: { ...this.keyring.digest(text), ...face, ...ofShape } });
  }

  /** @throws what the database throws; what is not written then is tried again by the next. */
  async flush(): Promise<void> {
    const batch = [...this.waiting];
    this.waiting = new Map();
    for (let from = 0; from < batch.length; from += secretsPerUnit) {
      const part = batch.slice(from, from + secretsPerUnit);
      try {
        await this.write(part);
      } catch (fault) {
        // Last comes what failed, so that a row that cannot be written keeps no other from being.
        this.putBack([...batch.slice(from + secretsPerUnit), ...part]);
        throw fault;
      }
    }
  }

  /** Where another key has the digest of one of them, the others are written all the same. */
  private async write(part: readonly (readonly [string, Seen])[]): Promise<void> {
    try {
      await this.units.run((tx) => this.writeAll(part, tx));
    } catch (fault) {
      if (!isUniqueViolation(fault)) throw fault;
      if (part.length > 1) {
        for (const one of part) await this.write([one]);
        return;
      }
    }
    // It is looked up again, and where another key has its digest, that one is found.
    for (const [, { keyId }] of part) this.cache.forget(keyId);
  }

  private async writeAll(part: readonly (readonly [string, Seen])[], tx: Tx): Promise<void> {
    for (const [id, { life }] of part)
      // Of several instances that saw it, one writes.
      await managerOf(tx).update(
        KeySecretEntity,
        { id, foreignAlgorithm: Not(IsNull()) },
        { ...life, foreignAlgorithm: null, seenBy: null },
      );
    await this.forgetGoneShapes(
      part.map(([id]) => id),
      tx,
    );
  }

  /** A shape may have been removed since the use. Such a key counts for each shape, so that none is removed that it may need. */
  private async forgetGoneShapes(ids: readonly string[], tx: Tx): Promise<void> {
    await managerOf(tx)
      .createQueryBuilder()
      .update(KeySecretEntity)
      .set({ shapeId: null })
      .where('id IN (:...ids) AND shape_id IS NOT NULL', { ids })
      .andWhere('NOT EXISTS (SELECT 1 FROM key_shapes shape WHERE shape.id = key_secrets.shape_id)')
      .execute();
  }

  private putBack(unwritten: readonly (readonly [string, Seen])[]): void {
    for (const [id, seen] of unwritten)
      if (this.waiting.size < maxSecrets && !this.waiting.has(id)) this.waiting.set(id, seen);
  }
}

interface Seen {
  readonly keyId: string;
  readonly life: Pick<KeySecretEntity, 'digest' | 'pepperVersion' | 'start' | 'last4'> &
    Partial<Pick<KeySecretEntity, 'shapeId'>>;
}
