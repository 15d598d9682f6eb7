import { isOutOfRoom, NoRoom } from './faults';
import { type ReserveFile } from './reserve-file';

const againMs = 1_000;

/**
 * The room left for the SQLite database. While its reserve is taken, everybody may write. Once the disk is full the reserve
 * is given back for what ends something, and nothing else is written until there is room for a reserve again.
 */
export class Room {
  private isTaken = false;
  private triedAtMs = -Infinity;

  constructor(private readonly reserve: ReserveFile) {}

  /** Takes the reserve if there is room; without it the database opens all the same, for what ends something. */
  begin(): void {
    try {
      this.claim();
    } catch (error) {
      if (!isOutOfRoom(error)) throw error;
    }
  }

  /** Takes the reserve if it is not taken, at most once a second. @throws NoRoom while there is no room for it. */
  claim(): void {
    if (this.isTaken) return;
    const nowMs = performance.now();
    if (nowMs - this.triedAtMs < againMs) throw new NoRoom();
    this.triedAtMs = nowMs;
    this.orNoRoom(() => this.reserve.take());
    this.isTaken = true;
  }

  giveBack(): void {
    this.isTaken = false;
    this.triedAtMs = performance.now();
    this.reserve.giveBack();
  }

  /** @throws NoRoom when files can no longer grow. */
  probe(): void {
    this.orNoRoom(() => this.reserve.probe());
  }

  private orNoRoom(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw isOutOfRoom(error) ? new NoRoom(error) : error;
    }
  }
}
