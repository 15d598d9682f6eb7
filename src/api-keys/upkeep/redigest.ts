import { Injectable } from '@nestjs/common';
import { Background, secondMs } from '../../platform';
import { UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { Keyring } from '../keyring';

const everyMs = 2 * secondMs;
const maxSecrets = 10_000;

/**
 * Moves secrets to the pepper in use when they are presented: only then is their text known. The digest is computed at once
 * and the text dropped; the row is written later, off the request path.
 */
@Injectable()
export class Redigest {
  private waiting = new Map<string, Digested>();

  constructor(
    private readonly keyring: Keyring,
    private readonly units: UnitOfWork,
    background: Background,
  ) {
    background.every(everyMs, () => this.flush(), 'digests could not be renewed');
    background.onShutdown(() => this.flush());
  }

  /**
   * Notes a secret that was found by an older pepper. What does not fit into the buffer is noted at a later use.
   * @param entity whose rows have a digest and a pepper version.
   */
  note(entity: DigestedEntity, id: string, pepperVersion: string, text: string): void {
    if (this.keyring.isCurrentPepper(pepperVersion) || this.waiting.size >= maxSecrets) return;
    if (!this.waiting.has(id)) this.waiting.set(id, { entity, digested: this.keyring.digest(text) });
  }

  async flush(): Promise<void> {
    if (this.waiting.size === 0) return;
    const batch = this.waiting;
    this.waiting = new Map();
    await this.units.run(async (tx) => {
      for (const [id, { entity, digested }] of batch) await managerOf(tx).update(entity, { id }, digested);
    });
  }
}

type DigestedEntity = new () => { id: string; digest: Buffer; pepperVersion: string };

interface Digested {
  readonly entity: DigestedEntity;
  readonly digested: { readonly digest: Buffer; readonly pepperVersion: string };
}
