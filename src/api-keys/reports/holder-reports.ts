import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { trimPasted } from '../../../libs/api-key';
import { Background, secondMs } from '../../platform';
import { problemOf, unavailable } from '../../platform/http';
import { LOGGER } from '../../platform/logging';
import { UnitOfWork } from '../../platform/database';
import { ReportedKeys } from './reported-keys';
import { type FoundSecrets, ReportedSecrets } from './reported-secrets';

const everyMs = secondMs / 4;
const maxWaiting = 20_000;
const secretsAtOnce = 100;

/** A secret that somebody holds who should not, as they sent it. */
interface Reported {
  readonly text: string;
  /** Where the report came from. */
  readonly address: string | null;
}

/**
 * Ends secrets that are reported by whoever holds them. It is done after the report is answered, so that neither the answer nor its
 * time tells whether a text is a secret. Reports wait in memory only, and a server that stops ends them first.
 */
@Injectable()
export class HolderReports {
  private readonly waiting: Reported[] = [];
  private flushing: Promise<void> | null = null;

  constructor(
    private readonly secrets: ReportedSecrets,
    private readonly keys: ReportedKeys,
    private readonly units: UnitOfWork,
    @Inject(LOGGER) private readonly log: Logger,
    background: Background,
  ) {
    background.every(everyMs, () => this.flush(), 'reported secrets could not be ended yet');
    background.onShutdown(() => this.flush());
  }

  /**
   * Takes a report; nothing is looked up yet.
   * @param texts as they were found, with any blanks or quotes around them.
   * @throws 503 when too many wait.
   */
  take(texts: readonly string[], address: string | null): void {
    const reported = [...new Set(texts.map(trimPasted))].map((text) => ({ text, address }));
    if (this.waiting.length + reported.length > maxWaiting)
      throw unavailable({ headers: { 'retry-after': '10' } });
    this.waiting.push(...reported);
  }

  /** Ends what waits. @throws what the database throws while it does not answer; what was not ended then waits for the next turn. */
  flush(): Promise<void> {
    this.flushing ??= this.endWaiting().finally(() => (this.flushing = null));
    return this.flushing;
  }

  private async endWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const part = this.waiting.slice(0, secretsAtOnce);
      // Only what is done is dropped. Meanwhile, further reports may come to the end of the line.
      await this.endAll(part);
      this.waiting.splice(0, part.length);
    }
  }

  private async endAll(part: readonly Reported[]): Promise<void> {
    for (const address of new Set(part.map((one) => one.address))) {
      const texts = part.filter((one) => one.address === address).map(({ text }) => text);
      await this.endFound(await this.secrets.find(texts), address);
    }
  }

  private async endFound({ secrets, serviceKeyIds }: FoundSecrets, address: string | null): Promise<void> {
    for (const secret of secrets.filter((one) => !this.keys.isKnownDead(one)))
      await this.tried(secret.keyId, () =>
        this.units.run((tx) => this.keys.end(secret, address, tx), { ends: true }),
      );
    for (const id of serviceKeyIds)
      await this.tried(id, () =>
        this.units.run((tx) => this.secrets.endServiceKey(id, address, tx), { ends: true }),
      );
  }

  /** A row that cannot be written keeps no other from being. */
  private async tried(keyId: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (err) {
      if (problemOf(err).kind.status === 503) throw err;
      this.log.error({ err, keyId }, 'the secret of a key was reported and could not be ended');
    }
  }
}
