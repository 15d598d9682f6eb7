/** Letters that another machine sets otherwise move what stands beside them by a pixel. */
const slackPx = 2;

/**
 * What has changed of a page: lines of `measuresOf()` that are new or gone, and those whose place or size differs by more than two
 * pixels, kept above found.
 */
export function differingMeasures(kept: string, found: string): string[] {
  const [before, after] = [kept.trimEnd().split('\n'), found.trimEnd().split('\n')];
  if (before.length !== after.length || before.some((line, at) => whatOf(line) !== whatOf(after[at] ?? '')))
    return gone(before, after, '-').concat(gone(after, before, '+'));
  return before.flatMap((line, at) => {
    const now = after[at] ?? '';
    return isNear(numbersOf(line), numbersOf(now)) ? [] : [`- ${line.trim()}`, `+ ${now.trim()}`];
  });
}

function gone(lines: readonly string[], others: readonly string[], sign: string): string[] {
  const rest = others.map(whatOf);
  return lines.flatMap((line) => {
    const at = rest.indexOf(whatOf(line));
    if (at === -1) return [`${sign} ${line.trim()}`];
    rest.splice(at, 1);
    return [];
  });
}

/** All but place and size. */
function whatOf(line: string): string {
  return line.slice(0, line.lastIndexOf(' @ '));
}

function numbersOf(line: string): number[] {
  return line
    .slice(line.lastIndexOf(' @ ') + 3)
    .split(' ')
    .map(Number);
}

function isNear(one: readonly number[], other: readonly number[]): boolean {
  return one.every((number, at) => Math.abs(number - (other[at] ?? Infinity)) <= slackPx);
}
