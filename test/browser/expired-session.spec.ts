import { type Page } from 'playwright-core';
import { ask, expectNoViolations, openPlace, signIn, signInHere, startStage, type Stage } from './support';

/* A session ends while someone is deep in the console: they sign in, and are where they were. And nobody else is. */

const owner = 'owner@welcome-desk.test';
const colleague = 'sysadmin@welcome-desk.test';
const filters = '/keys?q=Front&status=active&kind=company';

let stage: Stage;
let page: Page;
let keyId: string;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage();
  await signIn(page, owner);
  for (const name of ['Front door', 'Back door']) {
    keyId = (await ask<{ key: { id: string } }>(page, 'POST', '/keys', { kind: 'company', name })).key.id;
  }
});
afterAll(() => stage.close());

/**
 * Another device of the person who is signed in on this page.
 * @returns what ends the session of this page from there, at once: who waits is overtaken by the page, which looks by itself.
 */
async function otherDeviceOf(page: Page): Promise<() => Promise<void>> {
  const { data } = await ask<{ data: { id: string; current: boolean }[] }>(page, 'GET', '/me/sessions');
  const mine = data.find(({ current }) => current);
  const elsewhere = await stage.newPage();
  await signIn(elsewhere, owner);
  return async () => {
    const ended = await elsewhere.context().request.delete(`/api/v1/me/sessions/${mine?.id ?? ''}`);
    expect(ended.status()).toBe(204);
  };
}

const links = (page: Page) => page.getByRole('main').getByRole('row').getByRole('link');

/** That the sign-in page says why one is there, and that one comes back. */
async function isToldWhy(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByText('Your session is over. Please sign in again.').waitFor();
  await page.getByText('You will come back to where you were.').waitFor();
}

describe('a session that was ended on another device', () => {
  it('leads from a filtered list to sign-in, which says why, and back to the same filters', async () => {
    const endSession = await otherDeviceOf(page);
    await openPlace(page, filters);
    await page.getByRole('link', { name: 'Front door' }).waitFor();
    await endSession();

    // Not check(): that looks at the box again, which is gone by then.
    await page.getByRole('checkbox', { name: 'Include deleted keys' }).click();

    await isToldWhy(page);
    await expectNoViolations(page);
    await signInHere(page, owner);
    await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
    await page.getByRole('link', { name: 'Front door' }).waitFor();
    expect(new URL(page.url()).search).toBe(`${new URL(filters, page.url()).search}&deleted=true`);
    expect(await page.getByLabel('Name or beginning of the key').inputValue()).toBe('Front');
    expect(await page.getByLabel('Status').inputValue()).toBe('active');
    expect(await links(page).allInnerTexts()).toEqual(['Front door']);
  });

  it('is noticed on the page of a key by itself, and Back is no way around it', async () => {
    const endSession = await otherDeviceOf(page);
    await openPlace(page, '/keys');
    await page.getByRole('link', { name: 'Back door' }).click();
    await page.getByText('7 days').click();
    await page.waitForURL(/range=7d/);
    await endSession();

    await isToldWhy(page);

    await page.goBack();
    await page.waitForURL(/next=%2Fkeys$/);
    expect(await page.getByRole('main').innerText()).not.toContain('door');
    await page.goForward();
    await signInHere(page, owner);
    await page.getByRole('heading', { level: 1, name: 'Back door' }).waitFor();
    expect(page.url()).toContain(`/keys/${keyId}?range=7d`);
    expect(await page.getByRole('radio', { name: '7 days' }).isChecked()).toBe(true);
  });

  it('makes nothing of a form that is sent, and says why', async () => {
    const endSession = await otherDeviceOf(page);
    await openPlace(page, '/api-keys');
    await page.getByRole('button', { name: 'Create API Key' }).first().click();
    await page.getByRole('dialog').getByLabel('Key Name').fill('Never made');
    await endSession();

    await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click();

    await isToldWhy(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await signInHere(page, owner);
    await page.getByRole('heading', { level: 1, name: 'API Keys' }).waitFor();
    await page.getByRole('link', { name: 'Front door' }).waitFor();
    expect(await page.getByRole('link', { name: 'Never made' }).count()).toBe(0);
  });
});

describe('someone who is not signed in', () => {
  it('comes to a deep address by way of sign-in, which has nothing to explain', async () => {
    const fresh = await stage.newPage();
    await fresh.goto(filters);
    await fresh.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await fresh.getByText('Your session is over').count()).toBe(0);

    await signInHere(fresh, owner);

    await fresh.getByRole('link', { name: 'Front door' }).waitFor();
    expect(fresh.url()).toBe(`${stage.server.address}${filters}`);
    await fresh.context().close();
  });

  it('is not led to another site by a link that only looks like ours', async () => {
    const fresh = await stage.newPage();
    await fresh.goto('/sign-in?next=%2F%2Felsewhere.test%2Fkeys');

    await signInHere(fresh, owner);

    await fresh.getByRole('heading', { level: 1, name: 'Welcome Desk' }).waitFor();
    expect(new URL(fresh.url()).origin).toBe(stage.server.address);
    await fresh.context().close();
  });
});

describe('someone else who signs in after them', () => {
  const secretive = 'Only the owner knows';

  /** Answers no request for keys until the page is closed: what is shown of them meanwhile was there before. */
  async function withholdKeys(page: Page): Promise<void> {
    await page.route('**/api/v1/keys?*', () => new Promise<void>(() => undefined));
  }

  /** The page of someone who has looked at their keys. */
  async function lookingAtKeys(): Promise<Page> {
    const looking = await stage.newPage();
    await signIn(looking, owner);
    await looking.context().request.post('/api/v1/keys', { data: { kind: 'company', name: secretive } });
    await openPlace(looking, '/keys?status=active');
    await looking.getByRole('link', { name: secretive }).first().waitFor();
    return looking;
  }

  const isShownNothingOfThem = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: colleague }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Loading' }).first().waitFor({ state: 'attached' });
    expect(await page.locator('body').innerText()).not.toContain(secretive);
    expect(await page.locator('body').innerText()).not.toContain(owner);
  };

  it('is shown nothing that was read for them, in the same tab', async () => {
    const shared = await lookingAtKeys();
    await shared.context().clearCookies();
    await shared.getByLabel('Status').selectOption('Revoked');
    await isToldWhy(shared);
    await withholdKeys(shared);

    await signInHere(shared, colleague);

    await isShownNothingOfThem(shared);
    await shared.context().close();
  });

  it('is shown nothing that was read for them, in another tab that was still open', async () => {
    const left = await lookingAtKeys();
    const other = await left.context().newPage();
    await openPlace(other, '/');
    await withholdKeys(left);
    await other.getByRole('button', { name: owner }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await left.getByRole('heading', { name: 'Sign in' }).waitFor();

    await signInHere(other, colleague);
    await other.getByRole('button', { name: colleague }).waitFor();

    await isShownNothingOfThem(left);
    await left.context().close();
  });

  it('is shown nothing of them in a tab whose cookie became theirs at once', async () => {
    const left = await lookingAtKeys();
    await withholdKeys(left);
    await signIn(left, colleague);
    const other = await left.context().newPage();
    await openPlace(other, '/');

    await left.bringToFront();
    await left.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

    await isShownNothingOfThem(left);
    expect(stage.faults()).toEqual([]);
    await left.context().close();
  });
});
