import pixelmatch from 'pixelmatch';
import { type Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** Side of the square in which differing pixels are counted, and how many of its pixels may differ. */
const windowSizePx = 32;
const maxDifferingShare = 0.3;

/** A picture of a page at half its size: enough to see what it looks like, and a quarter of the bytes. */
export async function smallPicture(page: Page, whole: boolean): Promise<PNG> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: whole });
  return halved(PNG.sync.read(picture));
}

/** Each pixel is the mean of four. Without arrays of its own: a long page has ten million bytes. */
function halved({ data, width, height }: PNG): PNG {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  const rowBytes = width * 4;
  let to = 0;
  for (let y = 0; y < half.height; y += 1)
    for (let at = 0; at < half.width * 4; at += 1) {
      const from = 2 * y * rowBytes + 2 * at - (at & 3);
      half.data[to] = (pair(data, from) + pair(data, from + rowBytes)) >> 2;
      to += 1;
    }
  return half;
}

/** A channel of this pixel and of the one right of it. */
function pair(data: Buffer, at: number): number {
  return (data[at] ?? 0) + (data[at + 4] ?? 0);
}

/**
 * Whether two pictures show something else somewhere: an area in another colour, a chart or an icon that is not there. Letters that
 * are drawn by another machine differ in some of their pixels, and pass; where they stand is what measures tell.
 *
 * @returns what differs, in words; null where it is the same
 */
export function differenceOf(kept: PNG, found: PNG): string | null {
  const { width, height } = kept;
  if (width !== found.width || height !== found.height)
    return `${found.width} × ${found.height} pixels instead of ${width} × ${height}`;
  const options = { threshold: 0.2, windowSize: windowSizePx };
  const differing = pixelmatch(kept.data, found.data, null, width, height, options);
  const share = differing / windowSizePx ** 2;
  return share <= maxDifferingShare
    ? null
    : `an area of ${windowSizePx} × ${windowSizePx} pixels differs in ${Math.round(share * 100)} %`;
}
