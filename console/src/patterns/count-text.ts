/** How many there are, or at least how many. */
export interface Count {
  readonly total: number;
  /** Counting stopped there: there are at least so many. */
  readonly isMinimum: boolean;
}

/** A count in the reader's numerals; with a plus where there may be more: "10,000+". */
export function countText({ total, isMinimum }: Count, language: string): string {
  return `${new Intl.NumberFormat(language).format(total)}${isMinimum ? '+' : ''}`;
}
