/** What was looked up, and how to remember it. */
export interface Found<V> {
  readonly value: V;
  /** What it depends on: whoever drops one of these labels drops it. */
  readonly labels: readonly string[];
  /** Good ones and others are kept apart, so that junk pushes out junk. */
  readonly good: boolean;
  /** From then on it is looked up again; milliseconds since 1970. */
  readonly untilMs: number;
}

/** Something remembered. */
export interface Remembered<V> extends Found<V> {
  /** Turns false for ever when something it depends on has changed, or it is forgotten for want of room. */
  isCurrent: boolean;
}
