import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Background, secondMs } from '../../platform';
import { UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { KeySecretEntity } from '../key-secret.entity';
import { Keyring } from '../keyring';
import { KeyCache } from '../verification/key-cache';
import { faceOfShape } from './key-shape';
import { KnownShapes } from './known-shapes';

const everyMs = 2 * secondMs;
const maxSecrets = 10_000;

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
    this.waiting.set(secretId, { keyId, life: { ...this.keyring.digest(text), ...face } });
  }

  async flush(): Promise<void> {
    if (this.waiting.size === 0) return;
    const batch = this.waiting;
    this.waiting = new Map();
    await this.units.run(async (tx) => {
      for (const [id, { life }] of batch)
        // Of several instances that saw it, one writes.
        await managerOf(tx).update(
          KeySecretEntity,
          { id, foreignAlgorithm: Not(IsNull()) },
          { ...life, foreignAlgorithm: null, seenBy: null, noticedAt: null },
        );
    });
    for (const { keyId } of batch.values()) this.cache.forget(keyId);
  }
}

interface Seen {
  readonly keyId: string;
  readonly life: Pick<KeySecretEntity, 'digest' | 'pepperVersion' | 'start' | 'last4'>;
}
