/** The parts of a list that is written with commas. */
export function partsOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}
