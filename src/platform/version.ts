/** The version of this program, as in package.json; the document of the API carries it. */
export const programVersion = '0.2.0';

/** Whether a version is at least another. Each is three numbers with dots between. */
export function isAtLeast(version: string, least: string): boolean {
  const [mine, theirs] = [version, least].map((text) => text.split('.').map(Number));
  for (const [place, wanted] of (theirs ?? []).entries()) {
    const number = mine?.[place] ?? 0;
    if (number !== wanted) return number > wanted;
  }
  return true;
}
