import { type Page } from 'playwright-core';
import {
  ask,
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolations,
  onALaptop,
  openPlace,
  password,
  settled,
  signIn,
  type Stage,
  startStage,
} from '../support';

/* User Guide: Managing API Keys, word for word: settings, API Keys, Create API Key, Key Name, Generate, copy, list, delete. */

const owner = 'owner@orbit-bookings.test';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const dialogOf = (page: Page) => page.getByRole('dialog');

/** By the page for it: only the browser knows the way to the plain address. */
async function logIn(page: Page): Promise<void> {
  await openPlace(page, '/sign-in');
  await page.getByLabel('Username').fill(owner);
  await page.getByLabel('Password or API key').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Settings' }).waitFor();
}

/** Locate the Settings icon (gear icon) and click on it; find and select API Keys. */
async function openApiKeys(page: Page): Promise<void> {
  await openPlace(page, '/');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'API Keys' }).click();
  await page.getByRole('heading', { level: 1, name: 'API Keys' }).waitFor();
  await settled(page);
}

/** Click on Create API Key, and enter a Key Name; the key is not made yet. */
async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Create API Key' }).first().click();
  await dialogOf(page).getByLabel('Key Name').fill(name);
}

const isShown = (page: Page) => dialogOf(page).getByText('Your new key').waitFor();

/** How the list shows a key: a row where there is room, a card on a phone. */
const entryOf = (page: Page, name: string) =>
  page.locator('tr, li').filter({ has: page.getByRole('link', { name, exact: true }) });

describe.each([
  { ...onALaptop, origin: 'secure' as const },
  { ...asPhone(), origin: 'plain' as const },
])('a named key, $width pixels wide, at a $origin address', ({ origin, ...look }) => {
  const name = `Integration with CRM, ${origin}`;
  let page: Page;
  let key: string;

  beforeAll(async () => {
    page = await stage.newPage(look, origin);
    await logIn(page);
    await openApiKeys(page);
  });
  afterAll(() => page.context().close());

  it('wants a name', async () => {
    await fillIn(page, '');

    await dialogOf(page).getByRole('button', { name: 'Generate' }).click();

    await dialogOf(page).getByText('Fill in this field to go on.').waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it('is made once, however often Generate is clicked, and shown', async () => {
    await fillIn(page, name);

    await dialogOf(page).getByRole('button', { name: 'Generate' }).dblclick();

    await isShown(page);
    key = await dialogOf(page).locator('code').first().innerText();
    expect(key).toMatch(/^kunci_[A-Za-z0-9]{38}$/);
    await expectNoViolations(page);
    expect(await namesOf(page)).toEqual([name]);
  });

  it('cannot be closed away before it was copied', async () => {
    await page.keyboard.press('Escape');
    await dialogOf(page).getByText('The key is not saved yet').waitFor();
    await page.mouse.click(5, 400);
    await dialogOf(page).getByRole('button', { name: 'Done' }).click();

    expect(await dialogOf(page).locator('code').first().innerText()).toBe(key);
  });

  it('is copied, and opens the invoices', async () => {
    await dialogOf(page).getByRole('button', { name: 'Copy: the key' }).click();

    await dialogOf(page).getByRole('button', { name: 'Copied' }).waitFor();
    expect(await copiedText(page)).toBe(key);
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
    await dialogOf(page).getByRole('button', { name: 'Done' }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
    expect(await page.content()).not.toContain(key);
  });

  it('is in the list with its name and status', async () => {
    const entry = entryOf(page, name);

    expect(await entry.innerText()).toContain('Active');
    expect(await entry.innerText()).toContain(key.slice(-4));
    await expectNoSidewaysScroll(page);
  });

  it('is deleted with the Delete icon after a question, and opens nothing from then on', async () => {
    await entryOf(page, name)
      .getByRole('button', { name: `Delete ${name}` })
      .click();
    await dialogOf(page).getByText('Delete this key?').waitFor();
    // It was used after the list was read: the dialog knows all the same.
    await dialogOf(page)
      .getByText(/^Last used (now|\d)/)
      .waitFor();
    await expectNoViolations(page);

    await dialogOf(page).getByRole('button', { name: 'Delete' }).click();

    await page.getByText(`Deleted: ${name}`).waitFor();
    await entryOf(page, name).waitFor({ state: 'detached' });
    expect(await stage.restCall(key)).toMatchObject({ status: 401, body: { code: 'revoked' } });
    expect(stage.faults()).toEqual([]);
  });
});

/** As the console shows a key that it does not show in full. */
function beginAndEnd(key: string): string {
  return `${key.slice(0, 10)}…${key.slice(-4)}`;
}

/** The names of the keys there are, as the server says. */
function namesOf(page: Page): Promise<(string | null)[]> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/v1/keys?kind=company');
    // A cast: the route's answer is proved where it is made.
    return ((await answer.json()) as { data: { name: string | null }[] }).data.map(({ name }) => name);
  });
}

describe('the page of a key', () => {
  let page: Page;
  let key: string;
  let renewed: string;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, owner);
    const made = await page
      .context()
      .request.post('/api/v1/keys', { data: { kind: 'company', name: 'Website' } });
    key = ((await made.json()) as { secret: string }).secret;
    await openPlace(page, '/keys?q=Web');
    await page.getByRole('link', { name: 'Website' }).click();
    await page.getByRole('heading', { level: 1, name: 'Website' }).waitFor();
  });
  afterAll(() => page.context().close());

  it('renames it, and limits it', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    await dialogOf(page).getByLabel('Name').fill('Shop');
    await dialogOf(page).getByRole('button', { name: 'Add a rate limit' }).click();
    await dialogOf(page).getByLabel('Quota').fill('1000');
    await expectNoViolations(page);

    await dialogOf(page).getByRole('button', { name: 'Save' }).click();

    await page.getByRole('heading', { level: 1, name: 'Shop' }).waitFor();
    await page.getByText('60 a minute').waitFor();
    await page.getByText('1,000 of 1,000 left').waitFor();
  });

  it('says at the field what the server does not accept', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    await dialogOf(page).getByLabel('Allowed addresses').fill('everywhere');

    await dialogOf(page).getByRole('button', { name: 'Save' }).click();

    await dialogOf(page).getByText('Use addresses like 203.0.113.7').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  });

  it('rotates it, and the old secret works as long as was chosen', async () => {
    await page.getByRole('button', { name: 'Rotate' }).click();
    await dialogOf(page).getByLabel('The old secret keeps working for').selectOption('1 hour');
    await expectNoViolations(page);
    await dialogOf(page).getByRole('button', { name: 'Rotate' }).click();
    await dialogOf(page).getByText('The new secret').waitFor();
    renewed = await dialogOf(page).locator('code').first().innerText();
    await dialogOf(page)
      .getByText(`The old secret (${beginAndEnd(key)}) works until`)
      .waitFor();
    await dialogOf(page).getByRole('checkbox').check();
    await dialogOf(page).getByRole('button', { name: 'Done' }).click();

    expect(renewed).not.toBe(key);
    expect(await stage.restCall(renewed)).toMatchObject({ status: 200 });
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
  });

  it('is found by the old secret, and says until when that works and when it was used', async () => {
    const here = page.url();
    await openPlace(page, `/keys?q=${key.slice(0, 10)}`);
    await page.getByRole('link', { name: 'Shop' }).waitFor();
    await page.getByText(/^Old secret until /).waitFor();
    await openPlace(page, here);

    await page.getByText(`The old secret (${beginAndEnd(key)}) works until`).waitFor();
    await page.getByText('It was last used at', { exact: false }).waitFor();
    await expectNoViolations(page);
  });

  it('ends the old secret before its time, and the new one goes on', async () => {
    await page.getByRole('button', { name: 'End it now' }).click();
    await dialogOf(page).getByText('End the old secret now?').waitFor();
    await dialogOf(page).getByText(beginAndEnd(key)).waitFor();
    await expectNoViolations(page);

    await dialogOf(page).getByRole('button', { name: 'End it now' }).click();

    await page.getByText('The old secret has ended: Shop').waitFor();
    await page.getByText(`The old secret (${beginAndEnd(key)})`).waitFor({ state: 'detached' });
    expect(await stage.restCall(key)).toMatchObject({ status: 401, body: { code: 'revoked' } });
    expect(await stage.restCall(renewed)).toMatchObject({ status: 200 });
    await page.getByText('Old secret ended', { exact: true }).waitFor();
  });

  it('shows what was done to it', async () => {
    const history = page.getByRole('region', { name: 'History' }).or(page.getByLabel('History'));

    await history.getByText('Rotated').first().waitFor();

    expect(await history.first().innerText()).toContain('Edited');
  });

  it('revokes it, which leaves it in the list', async () => {
    await page.getByRole('button', { name: 'Revoke' }).click();
    await dialogOf(page).getByText('Revoke this key?').waitFor();
    await expectNoViolations(page);

    await dialogOf(page).getByRole('button', { name: 'Revoke' }).click();

    await page.getByText('Revoked: Shop').waitFor();
    await page.getByLabel('History').getByText('Revoked', { exact: true }).waitFor();
    expect(await stage.restCall(renewed)).toMatchObject({ status: 401, body: { code: 'revoked' } });
    await openPlace(page, '/keys?status=revoked');
    await page.getByRole('link', { name: 'Shop' }).waitFor();
    expect(stage.faults()).toEqual([]);
  });
});

it('shows how keys are used, in all and by key', async () => {
  const page = await stage.newPage();
  await signIn(page, owner);
  const request = page.context().request;
  const made = await request.post('/api/v1/keys', { data: { kind: 'company', name: 'Counted' } });
  const { secret } = (await made.json()) as { secret: string };
  await stage.restCall(secret);
  await untilCounted(page, 'Counted');
  await openPlace(page, '/');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();

  await dialogOf(page).getByRole('link', { name: 'Usage' }).click();

  await page.getByRole('heading', { level: 1, name: 'Usage' }).waitFor();
  await page.getByRole('button', { name: 'View as table' }).waitFor();
  await page.getByText('7 days').click();
  await page.waitForURL(/range=7d/);
  await page.getByRole('row', { name: /Counted/ }).waitFor();
  await expectNoViolations(page);
  await page.context().close();
});

/** Uses are written every few seconds; the page that shows them reads them once a minute. */
async function untilCounted(page: Page, name: string): Promise<void> {
  const counted = async (): Promise<boolean> => {
    const { data } = await ask<{ data: { key: { name: string } }[] }>(page, 'GET', '/usage/keys');
    return data.some(({ key }) => key.name === name);
  };
  const deadline = performance.now() + 15_000;
  while (!(await counted())) {
    if (performance.now() > deadline) throw new Error(`Nobody has counted a use of ${name}.`);
    await page.waitForTimeout(100);
  }
}
