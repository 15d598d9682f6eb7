import { type Page } from 'playwright-core';
import {
  asPhone,
  expectNoViolations,
  expectNoViolationsInBothThemes,
  onALaptop,
  openPlace,
  people,
  settled,
  signIn,
  startStage,
  type Stage,
} from './support';

/* What stands around every page: the rail, the top bar and its menu. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const railOf = (page: Page) => page.getByRole('navigation', { name: 'Places' });

async function openConsole(look = onALaptop): Promise<Page> {
  const page = await stage.newPage(look);
  await signIn(page, people['System Administrator']);
  await openPlace(page, '/');
  return page;
}

describe('the rail', () => {
  it('leads to the places, and says where one is', async () => {
    const page = await openConsole();

    await railOf(page).getByRole('link', { name: 'Keys', exact: true }).click();

    await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
    const here = railOf(page).locator('[aria-current="page"]');
    expect(await here.allInnerTexts()).toEqual(['Keys']);
    await page.context().close();
  });

  it('is narrow when that was asked for, also at the next visit, and its places keep their names', async () => {
    const page = await openConsole();
    const wide = await railOf(page).boundingBox();
    await railOf(page).getByRole('button', { name: 'Narrow the menu' }).click();
    await openPlace(page, '/keys');

    const narrow = await railOf(page).boundingBox();

    expect([wide?.width, narrow?.width]).toEqual([232, 60]);
    await railOf(page).getByRole('link', { name: 'Audit trail' }).waitFor();
    await expectNoViolationsInBothThemes(page);
    await railOf(page).getByRole('button', { name: 'Widen the menu' }).click();
    expect((await railOf(page).boundingBox())?.width).toBe(232);
    await page.context().close();
  });

  it('is not there on a phone, where the menu has the places', async () => {
    const page = await openConsole(asPhone());

    expect(await railOf(page).count()).toBe(0);
    await page.context().close();
  });
});

describe.each(['wide', 'narrow'])('the menu beside a %s rail', (width) => {
  it('opens with all its entries, and the section Integration', async () => {
    const page = await openConsole();
    if (width === 'narrow') await railOf(page).getByRole('button', { name: 'Narrow the menu' }).click();
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    const menu = page.getByRole('dialog');
    await menu.getByRole('heading', { name: 'Integration' }).waitFor();
    await settled(page);
    await expectNoViolations(page);

    await menu.getByRole('link', { name: 'Generate API key' }).click();

    await page.getByRole('heading', { level: 1, name: 'Generate API key' }).waitFor();
    await page.context().close();
  });
});

it('prints the page, and nothing of the frame around it', async () => {
  const page = await openConsole();
  await openPlace(page, '/keys');

  await page.emulateMedia({ media: 'print' });

  for (const frame of ['header.kunci-top-bar', '.kunci-rail', '.kunci-skip-link'])
    expect(await page.locator(frame).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1, name: 'Keys' }).isVisible()).toBe(true);
  await page.context().close();
});

it('writes in its own font, which comes from here and is kept', async () => {
  const page = await stage.newPage();
  const loaded = page.waitForResponse((response) => /\/geist-latin-[^/]+\.woff2$/.test(response.url()));

  await page.goto('/');

  const font = await loaded;
  expect(font.headers()).toMatchObject({
    'content-type': 'font/woff2',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.fonts.check('16px Geist'))).toBe(true);
  expect(stage.faults()).toEqual([]);
  await page.context().close();
});
