import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page } from 'playwright-core';

const folder = path.resolve(__dirname, '../failures');

/** What the environment of these specs calls when a test has failed: test/run/browser-environment.cjs. */
declare global {
  var onFailedTest: ((name: string) => Promise<void>) | undefined;
}

/** Of a long page, its beginning says enough. */
const longestText = 2_000;

/**
 * From now on, a test that fails leaves a picture of every page that is open in this browser in test/browser/failures, and
 * prints the text of the page, for where only the output is kept.
 */
export function picturesOnFailure(browser: Browser): void {
  globalThis.onFailedTest = async (name) => {
    mkdirSync(folder, { recursive: true });
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [at, page] of pages.entries()) {
      const file = path.join(folder, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 150)}-${at}.png`);
      try {
        await page.screenshot({ path: file, timeout: 5000 });
        const text = await textOf(page);
        console.log(`${page.url()} looked like this: ${path.relative(process.cwd(), file)}\n${text}`);
      } catch (error) {
        // The test has failed already, and says why; this failure must not hide it.
        console.log(`No picture of ${page.url()}: ${String(error)}`);
      }
    }
  };
}

async function textOf(page: Page): Promise<string> {
  const text = await page.locator('body').innerText({ timeout: 5000 });
  return text.replaceAll(/\s*\n\s*/g, ' · ').slice(0, longestText);
}
