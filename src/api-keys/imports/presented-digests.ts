import { Inject, Injectable } from '@nestjs/common';
import { hasLengthOfKey, parseKey } from '../../../libs/api-key';
import { CONFIG, type Config } from '../../platform/config';
import { Keyring } from '../keyring';
import { ForeignHashes } from './foreign-hashes';
import { beginsLikeOwn } from './key-shape';
import { KnownShapes } from './known-shapes';

/** Turns a text into what its key can be found by: a key of ours by its digest, one of another system also by its hashes. */
@Injectable()
export class PresentedDigests {
  constructor(
    private readonly keyring: Keyring,
    private readonly shapes: KnownShapes,
    private readonly hashes: ForeignHashes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether a text has the form and the checksum of a key that was made here. */
  isOwn(text: string): boolean {
    return parseKey(text, this.config.keyPrefix) !== null;
  }

  /** Whether a text is as long as a key: what is not is worth no digest. */
  hasLength(text: string): boolean {
    return hasLengthOfKey(text, this.config.keyPrefix) || this.shapes.mayHaveLength(text.length);
  }

  /** Whether a text is spelled like a key. Other texts are never looked up. */
  mayBeKey(text: string): boolean {
    return this.isOwn(text) || (!beginsLikeOwn(text, this.config.keyPrefix) && this.shapes.mayInclude(text));
  }

  /**
   * @returns its digests with each loaded pepper; none for text that cannot be a key, so that nobody asks the database about it.
   * @throws what the database throws where the shapes have to be read.
   */
  async of(text: string): Promise<Buffer[]> {
    if (this.isOwn(text)) return this.keyring.digests(text);
    // A mistyped key of ours costs nothing, however wide a shape somebody imported.
    if (beginsLikeOwn(text, this.config.keyPrefix)) return [];
    return (await this.shapes.fetch()).includes(text) ? this.ofForeign(text) : [];
  }

  /** The same of a text that is known to be spelled like an imported key. */
  ofForeign(text: string): Buffer[] {
    const hashes = this.hashes.of(text).flatMap((hash) => this.keyring.digestsOfHash(hash));
    return [...this.keyring.digests(text), ...hashes];
  }
}

/** What is found by several digests of one text: a digest of ours outranks a hash, and an earlier import a later one. */
export function preferred<S extends Found>(secrets: readonly S[]): S | null {
  const [first = null] = secrets.toSorted(
    (one, other) =>
      Number(one.foreignAlgorithm !== null) - Number(other.foreignAlgorithm !== null) ||
      one.issuedAt.getTime() - other.issuedAt.getTime() ||
      (one.id < other.id ? -1 : 1),
  );
  return first;
}

interface Found {
  readonly id: string;
  readonly foreignAlgorithm: string | null;
  readonly issuedAt: Date;
}
