import pixelmatch from 'pixelmatch';
import { type Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** Side of the square in which differing pixels are counted, and how many of its pixels may differ. */
const windowSizePx = 32;
const maxDifferingShare = 0.3;

/** A picture of a page at half its size: enough to see what it looks like, and a quarter of the bytes. */
export async function smallPicture(page: Page, whole: boolean): Promise<PNG> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: whole });
  const blank = await page.context().newPage();
  const half = await halved(blank, picture.toString('base64'));
  await blank.close();
  return PNG.sync.read(Buffer.from(half, 'base64'));
}

/** Each pixel is the mean of four. The browser does it, in a hundredth of the time that it takes here to unpack the whole picture. */
function halved(blank: Page, picture: string): Promise<string> {
  return blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width >> 1, image.height >> 1);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const half = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    let text = '';
    for (const byte of half) text += String.fromCharCode(byte);
    return btoa(text);
  }, picture);
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
