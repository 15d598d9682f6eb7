import { Injectable } from '@nestjs/common';
import { trimPasted } from '../../../libs/api-key';
import { PresentedDigests } from '../imports/presented-digests';

/** Turns a secret that somebody pasted into what it can be found by. */
@Injectable()
export class PastedDigests {
  constructor(private readonly digests: PresentedDigests) {}

  /**
   * @returns its digest with each loaded pepper, and of a key that may have been imported also those of its hashes; none for text
   * that cannot be a key, so that nobody asks the database about it.
   */
  of(pasted: string): Promise<Buffer[]> {
    return this.digests.of(trimPasted(pasted));
  }
}
