import { type KeyStream, newestOf, someOf } from './key-stream';

/** Which keys a list looks at. The walk, and each narrow set of streams, has all that belong into the list, and others. */
export interface Candidates {
  /** In the order of an index: the newest are found at once, and few of them may belong. */
  readonly walk: readonly KeyStream[];
  /** Most belong, but the database may have to sort them first. There is one for each filter that an index serves, or none. */
  readonly narrow: readonly (readonly KeyStream[])[];
  /** Whether most keys of a usual company belong, so that the newest of them are the fastest to find. */
  readonly usual: boolean;
}

/** After so many keys a list answers with what it has. */
export const maxLooked = 10_000;
const maxWalked = 1_000;
const tooManyToSort = 1_000;
/** The first batch is what the page needs; a page that finds little in it looks at more at once. */
export const nextBatch = { small: 200, large: 1_000 };

export interface Scanned<R> {
  readonly rows: R[];
  /** The last key that was looked at when that had been too many; null where the list ends, or the page is full. */
  readonly stoppedAt: string | null;
}

export interface Goal {
  readonly after: string | null;
  /** How many rows are wanted. */
  readonly wanted: number;
}

/** The rows of these keys that belong into the list, newest first. */
export type Read<R> = (ids: readonly string[]) => Promise<R[]>;

/** The first keys of a list, newest first. */
export async function scan<R>(
  { walk, narrow, usual }: Candidates,
  read: Read<R>,
  goal: Goal,
): Promise<Scanned<R>> {
  const reading = new Scan(read, goal);
  if (!usual) await reading.throughFewest(narrow);
  await reading.through(walk, maxWalked);
  if (usual) await reading.throughFewest(narrow);
  await reading.through(narrow[0] ?? walk, maxLooked);
  return reading.result();
}

class Scan<R> {
  private readonly found: R[] = [];
  private position: string | null;
  private looked = 0;
  private isAtEnd = false;

  constructor(
    private readonly read: Read<R>,
    private readonly goal: Goal,
  ) {
    this.position = goal.after;
  }

  get isOver(): boolean {
    return this.isAtEnd || this.found.length >= this.goal.wanted;
  }

  result(): Scanned<R> {
    const rows = this.found.slice(0, this.goal.wanted);
    return { rows, stoppedAt: this.isOver ? null : this.position };
  }

  /** @param most after how many in all to stop. */
  async through(streams: readonly KeyStream[], most: number): Promise<void> {
    let size = Math.min(this.goal.wanted, nextBatch.large);
    while (!this.isOver && this.looked < most) {
      const { ids, isAll } = await newestOf(streams, this.position, Math.min(size, most - this.looked));
      await this.look(ids);
      this.isAtEnd = isAll;
      size = size < nextBatch.small ? nextBatch.small : nextBatch.large;
    }
  }

  /** Looks at all keys of one of these, if there is one with few. */
  async throughFewest(narrow: readonly (readonly KeyStream[])[]): Promise<void> {
    for (const streams of narrow) {
      if (this.isOver) return;
      const { ids, isAll } = await someOf(streams, this.position, tooManyToSort);
      if (isAll) await this.throughAll(ids);
    }
  }

  private async throughAll(ids: readonly string[]): Promise<void> {
    let size = Math.min(this.goal.wanted, nextBatch.large);
    for (let at = 0; at < ids.length && !this.isOver;) {
      await this.look(ids.slice(at, at + size));
      at += size;
      size = Math.max(size, nextBatch.small);
    }
    this.isAtEnd = true;
  }

  private async look(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    this.looked += ids.length;
    this.position = ids.at(-1) ?? this.position;
    this.found.push(...(await this.read(ids)));
  }
}
