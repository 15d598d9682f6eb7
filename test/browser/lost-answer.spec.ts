import { type Page, type Request } from 'playwright-core';
import { ask, openPlace, signIn, startStage, type Stage } from './support';

/* A key is made, and its answer never comes: sending it again makes no second key, and shows the secret that was lost. */

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage();
  await signIn(page, 'owner@orbit-bookings.test');
});
afterAll(() => stage.close());

const isBack = (page: Page) =>
  page.getByText('The server does not answer', { exact: true }).waitFor({ state: 'hidden' });

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
  return (await ask<{ data: unknown[] }>(page, 'GET', `/keys?q=${encodeURIComponent(name)}`)).data;
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

/** Lets the next request to make a key be answered as it is after ten minutes. */
async function answerWithoutSecret(page: Page): Promise<void> {
  await page.route(
    '**/api/v1/keys',
    async (route) => {
      const response = await route.fetch();
      // A cast: the answer to making a key is an object.
      const { secret: _secret, ...json } = (await response.json()) as { secret?: string };
      await route.fulfill({ response, json });
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

  /** The server makes the key and stops before it answers; the page waits until it is back. */
  async function makeAndLose(name: string): Promise<void> {
    await openPlace(page, '/api-keys');
    await loseAnswer(page, () => stage.server.stop());
    await fillIn(name);
    await generate();
    await isToldToTryAgain();
    await stage.server.start();
    await isBack(page);
  }

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

  it('is one key when only the answer was lost, and its secret is shown', async () => {
    await makeAndLose('Made and found');

    await generate();

    await dialog().getByText('Your new key').waitFor();
    const key = await dialog().locator('code').first().innerText();
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
    expect(await madeAs(page, 'Made and found')).toHaveLength(1);
  });

  it('is said to have lost its secret when it is sent again too late', async () => {
    const sent = keysOfRequests(page);
    await makeAndLose('Made and lost');
    await answerWithoutSecret(page);

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
    await answerWithoutSecret(desk);

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
    await fillIn('First input');
    await generate();
    await isToldToTryAgain();
    await dialog().getByLabel('Key Name').fill('Second input');

    await generate();

    await dialog().getByText('Your new key').waitFor();
    expect(stage.faults()).toEqual([]);
    expect(new Set(sent).size).toBe(2);
    expect(await madeAs(page, 'First input')).toHaveLength(1);
    expect(await madeAs(page, 'Second input')).toHaveLength(1);
  });
});
