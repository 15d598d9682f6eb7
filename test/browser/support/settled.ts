import { type Page } from 'playwright-core';
import { untilQuiet } from './requests';

/** Goes to a place, and waits until it is drawn: its heading is there, and nothing is still being loaded. */
export async function openPlace(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
}

/** Waits until the page asks the server for nothing more, shows no sign of loading, and nothing moves. */
export async function settled(page: Page): Promise<void> {
  await untilQuiet(page);
  // On the style page, what loads is one of the states that a pattern is shown in.
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"]:not([data-pattern] *)') === null,
  );
  await page.evaluate(async () => {
    // An endless animation, like a loading indicator, never finishes.
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}
