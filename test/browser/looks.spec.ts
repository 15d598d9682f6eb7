import { addressOf, places, publicPages, viewerOf } from './pages';
import {
  allLooks,
  expectNoSidewaysScroll,
  expectNoViolations,
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

describe.each(allLooks)('the console, $theme, $language, $width pixels wide', (look) => {
  it.each(publicPages)('keeps to WCAG 2.2 AA at %s, for anyone', async (address) => {
    const page = await stage.newPage(look);

    await openPlace(page, address);

    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    expect(stage.faults()).toEqual([]);
    await page.context().close();
  });

  it.each(places)('keeps to WCAG 2.2 AA at $path', async (place) => {
    const page = await stage.newPage(look);
    await signIn(page, viewerOf(place));

    await openPlace(page, await addressOf(page, place));

    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    expect(stage.faults()).toEqual([]);
    await page.context().close();
  });
});
