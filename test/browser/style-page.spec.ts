import { type Page } from 'playwright-core';
import {
  asPhone,
  expectNoSidewaysScroll,
  expectNoViolations,
  expectNoViolationsInBothThemes,
  onALaptop,
  openPlace,
  setTheme,
  startStage,
  type Stage,
} from './support';

/* What everything in the console is made of, in every state. Its words are for developers, and English; those of the parts are in both languages. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe.each([onALaptop, { ...asPhone(), language: 'id' } as const])(
  'the style page in $language, $width pixels wide',
  (look) => {
    let page: Page;

    beforeAll(async () => {
      page = await stage.newPage(look);
      await openPlace(page, '/styleguide');
    });
    afterAll(() => page.context().close());

    it('keeps to WCAG 2.2 AA in both themes', async () => {
      await expectNoViolationsInBothThemes(page);
      await expectNoSidewaysScroll(page);
      expect(stage.faults()).toEqual([]);
    });

    it('shows each dialog when it is asked for, which keeps to it, too', async () => {
      await setTheme(page, 'light');
      const openers = page.locator('[data-pattern$="Dialog"] button');
      const names = await openers.allInnerTexts();
      expect(names).toHaveLength(9);
      for (const name of names) {
        await page.getByRole('button', { name, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        await expectNoViolations(page);
        await closeFrom(page);
        await dialog.waitFor({ state: 'hidden' });
      }
      expect(stage.faults()).toEqual([]);
    });
  },
);

/** A key that is shown once stays until it is copied or said to be saved. */
async function closeFrom(page: Page): Promise<void> {
  const saved = page.getByRole('dialog').getByRole('checkbox');
  if ((await saved.count()) > 0) await saved.check();
  await page.keyboard.press('Escape');
}
