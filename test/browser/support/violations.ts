import AxeBuilder from '@axe-core/playwright';
import { type Page } from 'playwright-core';
import { type Look, setTheme } from './look';
import { settled } from './settled';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe judges by colours. All else is the same in each theme, and looking at it again would find the same. */
const judgedByColours = ['color-contrast', 'link-in-text-block'];

/** What axe judges by where things are and how large they are, which the length of the words decides. */
const judgedBySize = ['target-size'];

/** Fails when axe finds something against WCAG 2.2 AA in what the page shows now, an open dialog included. Says where and what. */
export function expectNoViolations(page: Page): Promise<void> {
  return expectNothingFound(page, (axe) => axe.withTags(standards));
}

/** The same in both themes. The dark one is on afterwards. */
export async function expectNoViolationsInBothThemes(page: Page): Promise<void> {
  await setTheme(page, 'light');
  await expectNoViolations(page);
  await setTheme(page, 'dark');
  await expectNothingFound(page, (axe) => axe.withRules(judgedByColours));
}

/**
 * What axe has to look at again in a page that is shown in every look. In English on a laptop and in Indonesian on a phone it
 * looks at everything in both themes, and so at every language, width and theme; in the other two, at what depends on the language and
 * the width together.
 */
export async function expectNoViolationsIn({ language, width }: Look, page: Page): Promise<void> {
  if ((language === 'en') === (width === 1280)) return expectNoViolationsInBothThemes(page);
  return expectNothingFound(page, (axe) => axe.withRules(judgedBySize));
}

async function expectNothingFound(page: Page, rulesOf: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await settled(page);
  // Without the empty page that axe would open to put the findings of frames together: the console has no frames.
  const { violations } = await rulesOf(new AxeBuilder({ page }).setLegacyMode()).analyze();
  const told: string[] = [];
  for (const { id, help, nodes } of violations)
    for (const { target, failureSummary } of nodes) {
      const at = target.join(' ');
      if (id === 'target-size' && (await isBehindDialog(page, at))) continue;
      told.push(`${id} (${help}) at ${at}: ${failureSummary ?? ''}`);
    }
  expect(told).toEqual([]);
}

/** Whether this cannot be pressed now, for a dialog is open and it is not inside: the dialog may cover half of it. */
function isBehindDialog(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((text) => {
    const modal = document.querySelector('[role="dialog"][aria-modal="true"]');
    return modal !== null && document.querySelector(text)?.closest('[role="dialog"]') === null;
  }, selector);
}

/** Fails when one has to scroll sideways to read the page. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect({ at: page.url(), pixelsTooWide: Math.max(0, tooWide) }).toEqual({
    at: page.url(),
    pixelsTooWide: 0,
  });
}
