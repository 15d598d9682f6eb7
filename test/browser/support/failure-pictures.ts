import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser } from 'playwright-core';

const folder = path.resolve(__dirname, '../failures');

/** What the environment of these specs calls when a test has failed: test/run/browser-environment.cjs. */
declare global {
  var onFailedTest: ((name: string) => Promise<void>) | undefined;
}

/** From now on a test that fails leaves a picture of every page that is open in this browser, in test/browser/failures. */
export function picturesOnFailure(browser: Browser): void {
  globalThis.onFailedTest = async (name) => {
    mkdirSync(folder, { recursive: true });
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [at, page] of pages.entries()) {
      const file = path.join(folder, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 150)}-${at}.png`);
      try {
        await page.screenshot({ path: file, timeout: 5000 });
        console.log(`${page.url()} looked like this: ${path.relative(process.cwd(), file)}`);
      } catch (error) {
        // The test has failed already, and says why; this must not be what is told instead.
        console.log(`No picture of ${page.url()}: ${String(error)}`);
      }
    }
  };
}
