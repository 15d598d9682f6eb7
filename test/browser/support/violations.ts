import AxeBuilder from '@axe-core/playwright';
import { type Page } from 'playwright-core';
import { settled } from './settled';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails when axe finds something against WCAG 2.2 AA in what the page shows now, an open dialog included. Says where and what. */
export async function expectNoViolations(page: Page): Promise<void> {
  await settled(page);
  // Without the empty page that axe would open to put the findings of frames together: the console has no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(standards);
  const { violations } = await axe.analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
  expect(told).toEqual([]);
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
