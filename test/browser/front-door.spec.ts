import { type Page } from 'playwright-core';
import { people, password, startStage, type Stage } from './support';

/** A bad connection far away: 400 ms there and back, 50 kB/s. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const maxBytes = 40_000;
const maxPaintMs = 2_500;
const maxUsableMs = 3_000;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const username = (page: Page) => page.locator('input[name="username"]');
const secret = (page: Page) => page.locator('input[name="password"]');

/** Holds back every script until it is let go. */
async function withoutScripts(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const later = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await later;
    await route.continue();
  });
  return letGo;
}

const untilReact = (page: Page) => page.waitForFunction(() => document.getElementById('front') === null);

describe('the front door before its scripts have come', () => {
  it('is painted and can be used on a bad connection, with few bytes', async () => {
    const page = await stage.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow);
    const answer = page.waitForResponse((response) => response.url().endsWith('/sign-in'));

    const started = Date.now();
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await username(page).fill(people.Owner);
    const usableMs = Date.now() - started;
    const sizes = await (await answer).request().sizes();
    const paintMs = await largestPaint(page);
    await untilReact(page);

    expect(sizes.responseBodySize + sizes.responseHeadersSize).toBeLessThanOrEqual(maxBytes);
    expect(usableMs).toBeLessThanOrEqual(maxUsableMs);
    expect(paintMs).toBeLessThanOrEqual(maxPaintMs);
    expect(await username(page).inputValue()).toBe(people.Owner);
  });

  it('keeps what is typed, and where, when React takes over', async () => {
    const page = await stage.newPage();
    const letGo = await withoutScripts(page);
    await page.goto('/sign-in', { waitUntil: 'commit' });

    await username(page).fill('owner@super');
    await username(page).press('Home');
    letGo();
    await untilReact(page);
    await page.keyboard.type('the-');

    expect(await username(page).inputValue()).toBe('the-owner@super');
    expect(stage.faults()).toEqual([]);
  });

  it('signs in who has pressed Enter before React was there', async () => {
    const page = await stage.newPage();
    const letGo = await withoutScripts(page);
    await page.goto('/sign-in?next=/keys', { waitUntil: 'commit' });

    await username(page).fill(people.Owner);
    await secret(page).fill(password);
    await secret(page).press('Enter');
    letGo();

    await page.waitForURL('**/keys');
    await page.getByRole('heading', { name: 'Keys', level: 1 }).waitFor();
  });

  it('does any other button that was pressed, too', async () => {
    const page = await stage.newPage();
    const letGo = await withoutScripts(page);
    await page.goto('/sign-in', { waitUntil: 'commit' });

    await page.getByRole('button', { name: 'ID, Bahasa Indonesia' }).click();
    letGo();

    await page.getByRole('heading', { name: 'Masuk' }).waitFor();
  });

  it.each([
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'id' },
  ] as const)('looks $theme and speaks $language, as React does, and nothing moves', async (look) => {
    const page = await stage.newPage(look);
    const letGo = await withoutScripts(page);
    await page.goto('/', { waitUntil: 'commit' });
    await page.evaluate(() => document.fonts.load('14px Geist'));

    const before = await drawing(page);
    letGo();
    await untilReact(page);

    expect(await drawing(page)).toEqual(before);
  });

  it('speaks the language that was chosen here, and has its theme', async () => {
    const page = await stage.newPage();
    await page.goto('/sign-in');
    await untilReact(page);
    await page.getByRole('button', { name: 'ID, Bahasa Indonesia' }).click();
    await page.getByRole('button', { name: 'Pakai tema gelap' }).click();
    await withoutScripts(page);

    await page.goto('/sign-in', { waitUntil: 'commit' });

    await page.getByRole('heading', { name: 'Masuk' }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  });

  it('leaves what has a form of its own, and who is signed in, alone', async () => {
    const page = await stage.newPage();
    for (const address of ['/sign-up', '/invitation#a', '/password-reset#a']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('#front').count()).toBe(0);
    }
  });
});

function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Infinity)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
}

/** Where everything is that one reads or uses, with its colours. */
function drawing(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, p, input, label, a, button, aside')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const { color, backgroundColor } = getComputedStyle(element);
        return [
          element.tagName,
          element.textContent,
          ...[left, top, width, height].map(Math.round),
          color,
          backgroundColor,
        ];
      }),
  );
}
