import { type Locator } from 'playwright-core';

/**
 * Fails when something in a dialog is cut off at its sides, or can only be seen by scrolling it sideways. What scrolls by
 * itself and can be reached by keyboard, as code does, may be wider than the dialog; what is typed into a field, too.
 */
export async function expectNothingCutOff(opened: Locator): Promise<void> {
  const cutOff = await opened.evaluate((frame) => {
    const slackPx = 1;
    const isScroller = (one: Element): boolean => one.matches('[tabindex="0"][role="region"]');
    const isHidden = (one: Element): boolean =>
      one.getClientRects().length === 0 || one.clientWidth <= 1 || getComputedStyle(one).clipPath !== 'none';
    const describe = (one: Element): string =>
      `<${one.localName} class="${one.getAttribute('class') ?? ''}"> ${one.textContent.trim().slice(0, 80)}`;
    const { left, right } = frame.getBoundingClientRect();
    const told: string[] = [];
    const look = (one: Element): void => {
      if (isHidden(one) || one instanceof SVGElement) return;
      const box = one.getBoundingClientRect();
      const sticksOut = box.left < left - slackPx || box.right > right + slackPx;
      const isField = one.matches('input, textarea, select');
      const holdsMore = !isField && one.scrollWidth > one.clientWidth + slackPx;
      const hides = getComputedStyle(one).overflowX !== 'visible';
      if (isScroller(one)) return;
      if (sticksOut || (holdsMore && hides)) told.push(describe(one));
      for (const child of one.children) look(child);
    };
    look(frame);
    return told;
  });
  expect(cutOff).toEqual([]);
}

const patienceMs = 3000;

/** Fails when the focus is not on this after a moment; says where it is. */
export async function expectFocusOn(wanted: Locator): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isFocused(wanted)) && Date.now() < deadline) await wanted.page().waitForTimeout(25);
  if (await isFocused(wanted)) return;
  const where = await wanted.page().evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`The focus should be on ${String(wanted)}. It is on ${where ?? 'nothing'}`);
}

async function isFocused(wanted: Locator): Promise<boolean> {
  if ((await wanted.count()) === 0) return false;
  return wanted.evaluate((element) => element === document.activeElement);
}
