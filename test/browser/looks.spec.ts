import { type Page } from 'playwright-core';
import { addressOf, places, publicPages, viewerOf } from './pages';
import {
  allLooks,
  expectNoSidewaysScroll,
  expectNoViolationsIn,
  openPlace,
  signIn,
  startStage,
  type Stage,
} from './support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

// The theme changes under an open page; for the rest the page is opened again.
const ways = allLooks.filter(({ theme }) => theme === 'light');

describe.each(ways)('the console in $language, $width pixels wide', (look) => {
  const pages = new Map<string | null, Page>();

  /** One page for each viewer, signed in once. */
  const pageOf = async (viewer: string | null): Promise<Page> => {
    const page = pages.get(viewer) ?? (await stage.newPage(look));
    if (viewer !== null && !pages.has(viewer)) await signIn(page, viewer);
    pages.set(viewer, page);
    return page;
  };

  afterAll(async () => {
    for (const page of pages.values()) await page.context().close();
  });

  const expectSound = async (page: Page): Promise<void> => {
    await expectNoViolationsIn(look, page);
    await expectNoSidewaysScroll(page);
    expect(stage.faults()).toEqual([]);
  };

  it.each(publicPages)('keeps to WCAG 2.2 AA in both themes at %s, for anyone', async (address) => {
    const page = await pageOf(null);

    await openPlace(page, address);

    await expectSound(page);
  });

  it.each(places)('keeps to WCAG 2.2 AA in both themes at $path', async (place) => {
    const page = await pageOf(viewerOf(place));

    await openPlace(page, await addressOf(page, place));

    await expectSound(page);
  });
});
