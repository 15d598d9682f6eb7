import { type Page, type Request } from 'playwright-core';
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

/** Marks the document, which a page that is loaded anew does not have. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.dataset['mark'] = 'still the same'));
}

async function isTheSameDocument(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.dataset['mark'])).toBe('still the same');
}

describe('a server that stops and starts again', () => {
  it('is missed by who reads: what was read stays, and what was asked for comes when it is back', async () => {
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

  it('is missed by who waits: the page of a key says so by itself, and words that are not there yet come later', async () => {
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

/** Under which key each request to make a key was sent. */
function keysOfRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request: Request) => {
    const isCreate = request.method() === 'POST' && request.url().endsWith('/api/v1/keys');
    if (isCreate) sent.push(request.headers()['idempotency-key'] ?? 'none');
  });
  return sent;
}

/** What the server has made under this name. */
async function madeAs(page: Page, name: string): Promise<unknown[]> {
  const answer = await page.context().request.get(`/api/v1/keys?q=${encodeURIComponent(name)}`);
  return ((await answer.json()) as { data: unknown[] }).data;
}

/** Lets the next request to make a key reach the server, and its answer nobody. */
async function loseAnswer(page: Page, meanwhile: () => Promise<void>): Promise<void> {
  await page.route(
    '**/api/v1/keys',
    async (route) => {
      await route.fetch();
      await meanwhile();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
}

describe('a key that is made while the server goes', () => {
  const dialog = () => page.getByRole('dialog');

  async function fillIn(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Create API Key' }).first().click();
    await dialog().getByLabel('Key Name').fill(name);
  }

  const generate = () => dialog().getByRole('button', { name: 'Generate' }).click();

  const isToldToTryAgain = () =>
    dialog()
      .getByText('It may be done or not: try again, it will not be done twice.', { exact: false })
      .waitFor();

  it('keeps what was typed, and is made when it is sent again', async () => {
    await openPlace(page, '/api-keys');
    await fillIn('Never arrived');
    await stage.server.stop();
    await generate();
    await isToldToTryAgain();
    expect(await dialog().getByLabel('Key Name').inputValue()).toBe('Never arrived');
    await stage.server.start();
    await isBack(page);

    await generate();

    await dialog().getByText('Your new key').waitFor();
    const key = await dialog().locator('code').first().innerText();
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
    expect(await madeAs(page, 'Never arrived')).toHaveLength(1);
  });

  it('is one key when only the answer was lost, and its secret is said to be lost', async () => {
    await openPlace(page, '/api-keys');
    const sent = keysOfRequests(page);
    await loseAnswer(page, () => stage.server.stop());
    await fillIn('Made and lost');
    await generate();
    await isToldToTryAgain();
    await stage.server.start();
    await isBack(page);

    await generate();

    const lost = page.getByRole('dialog', { name: 'The key is there, but its secret did not arrive' });
    await lost.getByText('a secret is told only once', { exact: false }).waitFor();
    expect(await madeAs(page, 'Made and lost')).toHaveLength(1);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(sent[1]).toBe(sent[0]);
    await lost.getByRole('link', { name: 'Open the key' }).click();
    await page.getByRole('heading', { level: 1, name: 'Made and lost' }).waitFor();
  });

  it('can be shown again where the company lets it', async () => {
    const desk = await stage.newPage();
    await signIn(desk, 'owner@welcome-desk.test');
    await openPlace(desk, '/generate-api-key');
    await loseAnswer(desk, () => Promise.resolve());
    await desk.getByRole('button', { name: 'Generate API Token' }).first().click();
    await desk.getByRole('dialog').getByLabel('API Token label').fill('Screening');
    await desk.getByRole('dialog').getByRole('button', { name: 'Show', exact: true }).click();
    await desk.getByText('it will not be done twice.', { exact: false }).waitFor();

    await desk.getByRole('dialog').getByRole('button', { name: 'Show', exact: true }).click();

    await desk.getByText('you can show it again on its page', { exact: false }).waitFor();
    await desk.getByRole('link', { name: 'Open the key' }).click();
    await desk.getByRole('heading', { level: 1, name: 'Screening' }).waitFor();
    await desk.getByRole('button', { name: 'Show', exact: true }).click();
    await desk.getByRole('button', { name: 'Hide', exact: true }).waitFor();
    const key = await desk.getByRole('group', { name: 'API key' }).locator('code').innerText();
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
    await desk.context().close();
  });

  it('is another key when something else is asked for meanwhile', async () => {
    await openPlace(page, '/api-keys');
    const sent = keysOfRequests(page);
    await loseAnswer(page, () => Promise.resolve());
    await fillIn('First wish');
    await generate();
    await isToldToTryAgain();
    await dialog().getByLabel('Key Name').fill('Second wish');

    await generate();

    await dialog().getByText('Your new key').waitFor();
    expect(new Set(sent).size).toBe(2);
    expect(await madeAs(page, 'First wish')).toHaveLength(1);
    expect(await madeAs(page, 'Second wish')).toHaveLength(1);
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
