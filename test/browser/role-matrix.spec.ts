import { type Page } from 'playwright-core';
import closedReasons from '../../console/src/locales/en/shell.json';
import { addressOf, mayOpen, menuTargets, places } from './pages';
import { openPlace, people, signIn, startStage, type Stage } from './support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** Why the place on this page is closed, as the page says; null where it is open. */
async function reasonOn(page: Page): Promise<string | null> {
  const text = await page.locator('main').innerText();
  return Object.values(closedReasons.closed).find((reason) => text.includes(reason)) ?? null;
}

describe.each(Object.entries(people))('to the %s', (_role, username) => {
  let page: Page;
  let menus: string[];

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, username);
    await openPlace(page, '/');
    menus = await menuTargets(page);
  });
  afterAll(() => page.context().close());

  it.each(places)('$path is open and in its menu, or closed and in none', async (place) => {
    const open = await mayOpen(page, place);

    await openPlace(page, await addressOf(page, place));

    expect({ closed: (await reasonOn(page)) !== null }).toEqual({ closed: !open });
    expect({ inMenu: menus.includes(place.path) }).toEqual({ inMenu: open && place.menu !== null });
  });
});
