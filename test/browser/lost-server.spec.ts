import { type Page } from 'playwright-core';
import { openPlace, signIn, signInHere, startStage, type Stage } from './support';

/* The server goes away under an open console, and comes back: the console says so, and goes on without being loaded again. */

const owner = 'owner@orbit-bookings.test';
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage();
  await signIn(page, owner);
  for (const name of ['Website', 'Warehouse']) {
    await page.context().request.post('/api/v1/keys', { data: { kind: 'company', name } });
  }
});
afterAll(() => stage.close());

// A test that ends without the server must not leave the others without it.
afterEach(async () => {
  if (await isThere()) return;
  await stage.server.stop();
  await stage.server.start();
});

async function isThere(): Promise<boolean> {
  const [answer] = await Promise.allSettled([fetch(`${stage.server.address}/health/live`)]);
  return answer.status === 'fulfilled';
}

const banner = (page: Page) => page.getByText('The server does not answer', { exact: true });
const isLost = (page: Page) => banner(page).waitFor();
const isBack = (page: Page) => banner(page).waitFor({ state: 'hidden' });

/** Marks the document, which a reloaded page does not have. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.dataset['mark'] = 'still the same'));
}

async function isTheSameDocument(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.dataset['mark'])).toBe('still the same');
}

describe('a server that stops and starts again', () => {
  it('is noticed by a reader: the page stays, and what was requested arrives when the server is back', async () => {
    await openPlace(page, '/keys');
    await mark(page);
    await stage.server.stop();

    await page.getByLabel('Name or beginning of the key').fill('Web');

    await isLost(page);
    await page.getByText('Trying again by itself every few seconds', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Warehouse' }).waitFor();
    await stage.server.start();
    await isBack(page);
    await page.getByRole('link', { name: 'Warehouse' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Website' }).click();
    await page.getByRole('heading', { level: 1, name: 'Website' }).waitFor();
    await isTheSameDocument(page);
  });

  it('is noticed by a user who waits: the page of a key says so by itself, and missing texts come later', async () => {
    const fresh = await stage.newPage();
    await signIn(fresh, owner);
    await openPlace(fresh, '/keys?q=Web');
    await fresh.getByRole('link', { name: 'Website' }).click();
    await fresh.getByRole('heading', { level: 1, name: 'Website' }).waitFor();

    await stage.server.stop();

    await isLost(fresh);
    await fresh.getByText('ID', { exact: true }).click();
    expect(await fresh.getByRole('heading', { level: 1 }).innerText()).toBe('Website');
    await isLost(fresh);
    await stage.server.start();
    await fresh.getByRole('heading', { name: 'Izin dan batas' }).waitFor();
    await fresh.context().close();
  });

  it('does not break a menu or a place whose code was not loaded before', async () => {
    const fresh = await stage.newPage();
    await signIn(fresh, owner);
    await openPlace(fresh, '/keys');
    await mark(fresh);
    await stage.server.stop();

    await fresh.getByRole('button', { name: 'Settings' }).click();

    await isLost(fresh);
    await stage.server.start();
    await fresh.getByRole('menuitem', { name: 'Security settings' }).waitFor();
    await isBack(fresh);
    await stage.server.stop();
    await fresh.getByRole('menuitem', { name: 'Security settings' }).click();
    await isLost(fresh);
    await stage.server.start();
    await fresh.getByRole('heading', { level: 1, name: 'Security settings' }).waitFor();
    await isBack(fresh);
    await isTheSameDocument(fresh);
    await fresh.context().close();
  });

  it('lets someone sign in as soon as it is back', async () => {
    const fresh = await stage.newPage();
    await openPlace(fresh, '/sign-in?next=%2Fkeys');
    await mark(fresh);
    await stage.server.stop();
    await signInHere(fresh, owner);
    await isLost(fresh);
    await fresh.getByText('The server did not answer.', { exact: false }).waitFor();

    await stage.server.start();
    await isBack(fresh);
    await fresh.getByRole('button', { name: 'Sign in', exact: true }).click();

    await fresh.getByRole('link', { name: 'Website' }).waitFor();
    await isTheSameDocument(fresh);
    await fresh.context().close();
  });

  it('is the same as a proxy that answers in its place', async () => {
    await openPlace(page, '/keys');
    const isOfServer = (url: URL) => /^\/(api|health)\//.test(url.pathname);
    await page.route(isOfServer, (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
    );
    await page.getByLabel('Status').selectOption('Active');
    await isLost(page);

    await page.unroute(isOfServer);

    await isBack(page);
    await page.getByRole('link', { name: 'Website' }).waitFor();
  });
});

describe('a list that cannot be read again', () => {
  it('says so, and is there again when one tries again', async () => {
    await openPlace(page, '/api-keys');
    await page.getByRole('link', { name: 'Website' }).waitFor();
    await page.route('**/api/v1/keys?*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', status: 500, code: 'internal-error', detail: 'Broken.' }),
      }),
    );
    await page.getByRole('button', { name: 'Delete Website' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Something went wrong on our side.').waitFor();
    expect(await banner(page).count()).toBe(0);

    await page.unroute('**/api/v1/keys?*');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('Something went wrong on our side.').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Warehouse' }).waitFor();
    expect(await page.getByRole('link', { name: 'Website' }).count()).toBe(0);
    expect(stage.faults()).toEqual([]);
  });
});
