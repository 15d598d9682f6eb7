import { Inject, Injectable } from '@nestjs/common';
import { parseKey, trimPasted } from '../../../libs/api-key';
import { CONFIG, type Config } from '../../platform/config';
import { Keyring } from '../keyring';

/** Turns a secret that somebody pasted into what it can be found by. */
@Injectable()
export class PastedDigests {
  constructor(
    private readonly keyring: Keyring,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns its digest with each loaded pepper; none for text that cannot be a key, so that nobody asks the database about it. */
  of(pasted: string): Buffer[] {
    const text = trimPasted(pasted);
    return parseKey(text, this.config.keyPrefix) === null ? [] : this.keyring.digests(text);
  }
}
