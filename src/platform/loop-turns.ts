/** How long arriving connections may keep other work waiting before it gets a turn in between. */
const crowdedMs = 20;

/**
 * Knows whether connections are still arriving. Node accepts one connection in each turn of the event loop, so behind five hundred
 * new ones a client waits for five hundred turns: as long as they arrive, turns have to be short, and other work waits.
 */
export class LoopTurns {
  /** True from an arrival until a turn without one; false for one turn in between when that takes long. */
  isCrowded = false;
  private sinceMs = 0;
  private hasArrived = false;
  private isTicking = false;

  /** To be called for each new connection. */
  arrived(): void {
    this.hasArrived = true;
    if (this.isTicking) return;
    this.isTicking = true;
    this.crowd();
    setImmediate(() => this.tick());
  }

  private tick(): void {
    if (!this.hasArrived) {
      this.isTicking = false;
      this.isCrowded = false;
      return;
    }
    this.hasArrived = false;
    if (!this.isCrowded) this.crowd();
    else if (performance.now() - this.sinceMs >= crowdedMs) this.isCrowded = false;
    setImmediate(() => this.tick());
  }

  private crowd(): void {
    this.isCrowded = true;
    this.sinceMs = performance.now();
  }
}
