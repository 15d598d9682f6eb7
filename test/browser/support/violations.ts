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
      if (id === 'target-size' && (await isCoveredForNow(page, at))) continue;
      told.push(`${id} (${help}) at ${at}: ${failureSummary ?? ''}`);
    }
  expect(told).toEqual([]);
}

/**
 * Whether a target is large enough, and only half of it shows because something floats above the page where it is scrolled to now: the
 * top bar, a menu or a dialog. What lies over it in the page itself is a fault.
 */
function isCoveredForNow(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((text) => {
    const target = document.querySelector(text);
    if (target === null) return false;
    const { left, top, width, height } = target.getBoundingClientRect();
    if (width < 24 || height < 24) return false;
    const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
    const covers = parts
      .flatMap((across) =>
        parts.map((down) => document.elementFromPoint(left + across * width, top + down * height)),
      )
      .filter((above) => above !== null && !target.contains(above) && !above.contains(target));
    const floats = (above: Element | null): boolean =>
      above !== null &&
      (above.matches('[data-portal]') ||
        ['fixed', 'sticky'].includes(getComputedStyle(above).position) ||
        floats(above.parentElement));
    // None, where what covered it has gone since it was looked at.
    return covers.every(floats);
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
