import { type BrowserContext, type Page, type Request } from 'playwright-core';

const quietMs = 100;
const askAgainMs = 20;
const patienceMs = 15_000;

interface Requests {
  readonly open: Set<Request>;
  lastAtMs: number;
}

const byPage = new WeakMap<Page, Requests>();

/** Follows what each page of a context asks the server for, from now on. */
export function followRequests(context: BrowserContext): void {
  context.on('page', follow);
}

function follow(page: Page): void {
  const requests: Requests = { open: new Set(), lastAtMs: performance.now() };
  const end = (request: Request): void => {
    requests.open.delete(request);
    requests.lastAtMs = performance.now();
  };
  page.on('request', (request) => requests.open.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  byPage.set(page, requests);
}

/**
 * Waits until a page has asked for nothing for a tenth of a second. What Playwright calls an idle network takes half a second, at every
 * page of every look, and comes only once for each page.
 */
export async function untilQuiet(page: Page): Promise<void> {
  const requests = byPage.get(page);
  if (requests === undefined) throw new Error('Nobody follows what this page asks for.');
  const deadline = performance.now() + patienceMs;
  while (requests.open.size > 0 || performance.now() - requests.lastAtMs < quietMs) {
    if (performance.now() > deadline)
      throw new Error(`No answer yet: ${[...requests.open].map((one) => one.url()).join(', ')}`);
    await page.waitForTimeout(askAgainMs);
  }
}
