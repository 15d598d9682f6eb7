const maxRemembered = 1_000;

/** Reads texts, and remembers what the latest ones mean: a program sends the same few with every request. */
export class RecentReadings<T> {
  private readonly known = new Map<string, T>();

  /** @param read what a text means; the same every time. Texts should be of bounded length. */
  constructor(private readonly read: (text: string) => T) {}

  of(text: string): T {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const value = this.read(text);
    this.remember(text, value);
    return value;
  }

  /** In place of the one that has been here longest, which is read again if it is still in use. */
  private remember(text: string, value: T): void {
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= maxRemembered) this.known.delete(oldest);
    this.known.set(text, value);
  }
}
