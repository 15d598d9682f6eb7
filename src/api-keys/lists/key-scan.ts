import { type Place } from './key-place';
import { type ComparePlaces, type KeyStream, nextOf, someOf } from './key-stream';

/** Which keys a list looks at. The walk, and each narrow set of streams, has all that belong into the list, and others. */
export interface Candidates {
  /** In the order of the list, as an index has it: the first are found at once, and few of them may belong. */
  readonly walk: readonly KeyStream[];
  /** Most belong, but the database may have to sort them first. There is one for each filter that an index serves, or none. */
  readonly narrow: readonly (readonly KeyStream[])[];
  /** Whether most keys of a usual company belong, so that the first of them are the fastest to find. */
  readonly usual: boolean;
}

/** The order that a list is read in. */
export interface ScanOrder {
  readonly compare: ComparePlaces;
  /** Whether any index that ends with the id has it: it is that in which keys were made. */
  readonly byId: boolean;
  placesOf(ids: readonly string[]): Promise<Place[]>;
}

/** After so many keys a list answers with what it has. */
export const maxLooked = 10_000;
const maxWalked = 1_000;
const tooManyToSort = 1_000;
/** The first batch is what the page needs; a page that finds little in it looks at more at once. */
export const nextBatch = { small: 200, large: 1_000 };

export interface Listed<R> {
  readonly row: R;
  readonly place: Place;
}

export interface Scanned<R> {
  readonly listed: Listed<R>[];
  /** The last place that was looked at when that had been too many; null where the list ends, or the page is full. */
  readonly stoppedAt: Place | null;
}

export interface Goal {
  readonly after: Place | null;
  /** How many rows are wanted. */
  readonly wanted: number;
}

/** The rows of these keys that belong into the list, in any order. */
export type Read<R> = (ids: readonly string[]) => Promise<R[]>;

/** The first keys of a list after a place, in its order. */
export async function scan<R extends { readonly id: string }>(
  { walk, narrow, usual }: Candidates,
  order: ScanOrder,
  read: Read<R>,
  goal: Goal,
): Promise<Scanned<R>> {
  const reading = new Scan(order, read, goal);
  if (!usual) await reading.throughFewest(narrow);
  await reading.through(walk, maxWalked);
  if (usual) await reading.throughFewest(narrow);
  await reading.through((order.byId ? narrow[0] : undefined) ?? walk, maxLooked);
  return reading.result();
}

class Scan<R extends { readonly id: string }> {
  private readonly found: Listed<R>[] = [];
  private position: Place | null;
  private looked = 0;
  private isAtEnd = false;

  constructor(
    private readonly order: ScanOrder,
    private readonly read: Read<R>,
    private readonly goal: Goal,
  ) {
    this.position = goal.after;
  }

  get isOver(): boolean {
    return this.isAtEnd || this.found.length >= this.goal.wanted;
  }

  result(): Scanned<R> {
    const listed = this.found.slice(0, this.goal.wanted);
    return { listed, stoppedAt: this.isOver ? null : this.position };
  }

  /** @param most after how many in all to stop. */
  async through(streams: readonly KeyStream[], most: number): Promise<void> {
    const { compare } = this.order;
    let size = Math.min(this.goal.wanted, nextBatch.large);
    while (!this.isOver && this.looked < most) {
      const count = Math.min(size, most - this.looked);
      const { places, isAll } = await nextOf(streams, { after: this.position, count, compare });
      await this.look(places);
      this.isAtEnd = isAll;
      size = size < nextBatch.small ? nextBatch.small : nextBatch.large;
    }
  }

  /** Looks at all keys of one of these, if there is one with few. */
  async throughFewest(narrow: readonly (readonly KeyStream[])[]): Promise<void> {
    for (const streams of narrow) {
      if (this.isOver) return;
      const after = this.order.byId ? this.position : null;
      const { ids, isAll } = await someOf(streams, after, tooManyToSort);
      if (isAll) await this.throughAll(await this.inOrder(ids));
    }
  }

  private async inOrder(ids: readonly string[]): Promise<Place[]> {
    const { compare } = this.order;
    const { position } = this;
    const places = await this.order.placesOf(ids);
    return places.filter((place) => position === null || compare(place, position) > 0).sort(compare);
  }

  private async throughAll(places: readonly Place[]): Promise<void> {
    let size = Math.min(this.goal.wanted, nextBatch.large);
    for (let at = 0; at < places.length && !this.isOver;) {
      await this.look(places.slice(at, at + size));
      at += size;
      size = Math.max(size, nextBatch.small);
    }
    this.isAtEnd = true;
  }

  private async look(places: readonly Place[]): Promise<void> {
    if (places.length === 0) return;
    this.looked += places.length;
    this.position = places.at(-1) ?? this.position;
    const rows = await this.read(places.map(({ id }) => id));
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const place of places) {
      const row = byId.get(place.id);
      if (row !== undefined) this.found.push({ row, place });
    }
  }
}
