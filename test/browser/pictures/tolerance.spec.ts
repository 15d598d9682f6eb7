import { type Page } from 'playwright-core';
import { startStage, type Stage } from '../support';
import { type Compared, compared } from './compared';
import { differingMeasures } from './differing-measures';
import { keptLooks, type Looks, looksOf } from './kept';
import { differenceOf } from './small-picture';
import { openStill, stoppedClock } from './still-page';

/* What the comparison lets pass, and what it does not: on pages as they are, with one thing changed. */

/** Sets letters to whole pixels and their edges to the grid, as a machine does that draws them otherwise. */
const otherLetters = ['--font-render-hinting=full', '--disable-font-subpixel-positioning'];

type Change = (page: Page) => Promise<void>;

let stage: Stage;
let other: Stage;

beforeAll(async () => {
  [stage, other] = await Promise.all([startStage(stoppedClock), startStage(stoppedClock, otherLetters)]);
});
afterAll(() => Promise.all([stage.close(), other.close()]));

function pageNamed(name: string): { one: Compared; kept: Looks } {
  const one = compared.find((page) => page.name === name);
  const kept = one === undefined ? null : keptLooks(one);
  if (one === undefined || kept === null) throw new Error(`${name} is not compared.`);
  return { one, kept };
}

/** What is found on a page after something was done to it. */
async function foundOn(on: Stage, name: string, change: Change) {
  const { one, kept } = pageNamed(name);
  const page = await openStill(on, one);
  await change(page);
  const found = await looksOf(page, one);
  await page.context().close();
  return {
    measures: differingMeasures(kept.measures, found.measures),
    picture: differenceOf(kept.picture, found.picture),
  };
}

const style =
  (selector: string, property: string, value: string): Change =>
  (page) =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (element: HTMLElement, [name = '', text = '']) => element.style.setProperty(name, text),
        [property, value],
      );

/** Makes a measure so many pixels larger than it is. */
const larger =
  (selector: string, property: string, byPx: number): Change =>
  async (page) => {
    const isPx = await page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    await style(selector, property, `${parseFloat(isPx) + byPx}px`)(page);
  };

describe('a page that is compared with its picture', () => {
  it.each(['sign-in', 'keys', 'audit-trail', 'platform-companies'])(
    'passes where another machine draws the letters: %s',
    async (name) => {
      const { kept } = pageNamed(name);
      const page = await openStill(other, pageNamed(name).one);
      const found = await looksOf(page, pageNamed(name).one);

      expect(found.picture.data.equals(kept.picture.data)).toBe(false);
      expect(differingMeasures(kept.measures, found.measures)).toEqual([]);
      expect(differenceOf(kept.picture, found.picture)).toBeNull();
      await page.context().close();
    },
  );

  it.each([
    ['a margin is 4 pixels larger', 'keys', larger('table', 'margin-top', 4)],
    ['a margin at the side is 4 pixels larger', 'keys', larger('h1', 'margin-left', 4)],
    ['a padding is 4 pixels larger', 'keys', larger('main [role="group"] button', 'padding-left', 4)],
    ['letters are a pixel larger', 'keys', larger('h1', 'font-size', 1)],
    ['letters have another colour', 'keys', style('h1', 'color', '#333333')],
    ['a ground has another colour', 'sign-in', style('[type="submit"]', 'background', '#10505f')],
    ['a frame is gone', 'sign-in', style('form input', 'border-color', 'transparent')],
  ])('fails where %s', async (_what, name, change) => {
    const { measures } = await foundOn(stage, name, change);

    expect(measures).not.toEqual([]);
  });

  it('fails where something is not drawn that has no measures of its own', async () => {
    const { picture } = await foundOn(stage, 'usage', style('svg.recharts-surface', 'opacity', '0'));

    expect(picture).toMatch(/differs in \d+ %/);
  });

  it('fails where something is gone, and says what', async () => {
    const { measures } = await foundOn(stage, 'keys', style('h1', 'display', 'none'));

    expect(measures).toContainEqual(expect.stringMatching(/^- "API Key" .*font 24/));
  });
});
