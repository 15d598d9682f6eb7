import path from 'node:path';
import { type Page } from 'playwright-core';
import { allPlaces } from '../../../console/src/shell/places';
import { addressOf } from '../pages';
import { openPlace, signIn, type Stage } from '../support';
import { type Compared } from './compared';

/** What makes a server whose times are the same in every run, for `startStage()`. */
export const stoppedClock = { NODE_OPTIONS: `--require ${path.join(__dirname, 'stopped-clock.cjs')}` };

/** A while after the clock of the server has stopped: "3 hours ago", and in Jakarta still the same day. */
const now = new Date('2026-03-02T05:00:00Z');

/** Opens a page, with everything that differs from run to run made alike: the time, ids, the port and the letters of keys. */
export async function openStill(stage: Stage, { who, path: place, look }: Compared): Promise<Page> {
  const page = await stage.newPage(look);
  await page.clock.setFixedTime(now);
  await withoutLongTimers(page);
  await page.route(/\/api\/v1\/(?:keys\/[^/]+\/)?usage\?/, async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, json: withRequests(await response.json()) });
  });
  if (who !== null) await signIn(page, who);
  await openPlace(page, await addressIn(page, place));
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root:not([data-pattern] *)') === null,
  );
  await page.evaluate(() => document.fonts.ready);
  await levelText(page);
  return page;
}

/** What a page says when something takes seconds, it would say or not as quick as the machine is. */
function withoutLongTimers(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const [longMs, neverMs] = [5_000, 2 ** 31 - 1];
    const start = window.setTimeout.bind(window);
    // A cast: the type of setTimeout also says what Node gives back.
    window.setTimeout = ((act: () => void, waitMs = 0) =>
      start(act, waitMs >= longMs ? neverMs : waitMs)) as typeof window.setTimeout;
  });
}

async function addressIn(page: Page, address: string): Promise<string> {
  const place = allPlaces.find(({ path: known }) => known === address);
  return place === undefined ? address : addressOf(page, place);
}

/** Usage as if there had been requests, the same ones in every run: something to draw for the chart. */
function withRequests(answer: { data?: readonly object[] }): object {
  const data = (answer.data ?? []).map((point, step) =>
    'at' in point && 'valid' in point
      ? { ...point, valid: 40 + ((step * 37) % 61), refused: step % 6 === 2 ? { EXPIRED: step + 2 } : {} }
      : point,
  );
  return { ...answer, data };
}

/** Writes zeros for what is drawn by lot: ids, ports, and what a masked key shows. They are in a font in which all letters are as wide. */
async function levelText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const byLot = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w-]*•[\w•-]*|(?<=127\.0\.0\.1:)\d+/g;
    const level = (text: string): string =>
      text.replaceAll(byLot, (found) => found.replaceAll(/[A-Za-z0-9]/g, '0'));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.nodeValue !== null) node.nodeValue = level(node.nodeValue);
    for (const input of document.querySelectorAll('input')) input.value = level(input.value);
  });
}
