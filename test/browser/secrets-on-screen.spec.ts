import { type Page } from 'playwright-core';
import { asPhone, openPlace, people, signIn, startStage, type Stage } from './support';

/* A secret is on the screen for as long as it is looked at, and a new one until it is safe. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe('a key that was shown', () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage();
    await page.clock.install();
    await signIn(page, people.Owner);
  });
  afterAll(() => page.context().close());

  const group = () => page.getByRole('group', { name: 'Your API Key' });
  const isHidden = () => group().getByRole('button', { name: 'Show Password' }).waitFor();

  /** @returns the key */
  async function show(): Promise<string> {
    await openPlace(page, '/api-credentials');
    await group().getByRole('button', { name: 'Show Password' }).click();
    await group().getByRole('button', { name: 'Hide' }).waitFor();
    const key = await group().locator('code').innerText();
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    return key;
  }

  it('hides after thirty seconds, and not before', async () => {
    const key = await show();

    await page.clock.runFor(25_000);
    expect(await group().locator('code').innerText()).toBe(key);
    await page.clock.runFor(5_000);

    await isHidden();
    expect(await page.content()).not.toContain(key);
  });

  it('hides when the window loses the focus', async () => {
    const key = await show();

    // A browser without a screen never loses it by itself.
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));

    await isHidden();
    expect(await page.content()).not.toContain(key);
  });

  it('stays while one goes from its eye to its copy button, and hides when one goes on', async () => {
    const key = await show();

    await page.keyboard.press('Tab');
    expect(await group().locator('code').innerText()).toBe(key);
    await page.keyboard.press('Tab');

    await isHidden();
    expect(await page.content()).not.toContain(key);
  });

  it('is hidden after leaving the page and coming back', async () => {
    const key = await show();

    await page.evaluate(() => document.querySelector<HTMLElement>('header a[href="/"]')?.click());
    await page.getByRole('heading', { level: 1, name: 'Super Murah Shirt' }).waitFor();
    expect(await page.content()).not.toContain(key);
    await page.goBack();

    await isHidden();
    expect(await page.content()).not.toContain(key);
  });
});

describe('a key that was shown on a phone', () => {
  it('hides only after the tap that leaves it, which is not missed', async () => {
    const page = await stage.newPage(asPhone());
    await signIn(page, people.Owner);
    await openPlace(page, '/api-credentials');
    await page.getByRole('button', { name: 'Show Password' }).tap();
    await page.getByRole('button', { name: 'Hide' }).waitFor();

    await page.getByRole('button', { name: 'REMOVE ACCESS' }).tap();

    await page.getByRole('dialog', { name: 'Credentials' }).waitFor();
    expect(await page.getByText(/^[0-9a-f]{32}$/).count()).toBe(0);
    await page.context().close();
  });
});

describe('a key that was made', () => {
  let page: Page;
  let key: string;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, 'owner@orbit-bookings.test');
    await openPlace(page, '/');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'API Keys' }).click();
    await page.getByRole('button', { name: 'Create API Key' }).first().click();
    await dialog().getByLabel('Key Name').fill('Website');
    await dialog().getByRole('button', { name: 'Generate' }).click();
    await dialog().getByText('Your new key').waitFor();
    key = await dialog().locator('code').first().innerText();
  });
  afterAll(() => page.context().close());

  const dialog = () => page.getByRole('dialog');

  async function isStillShown(): Promise<void> {
    expect(new URL(page.url()).pathname).toBe('/api-keys');
    expect(await dialog().locator('code').first().innerText()).toBe(key);
  }

  it('begins with the focus on Copy', async () => {
    const copy = dialog().getByRole('button', { name: 'Copy: the key' });

    expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('is not left by Back', async () => {
    await page.evaluate(() => history.back());

    await dialog().getByText('The key is not saved yet').waitFor();
    await isStillShown();
  });

  it('is not left by a link', async () => {
    // No pointer reaches what is behind the dialog; the keyboard of a screen reader may.
    await page.evaluate(() => document.querySelector<HTMLElement>('header a[href="/"]')?.click());

    await isStillShown();
  });

  it('is not closed with the tab before the browser has asked', async () => {
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asked;

    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await isStillShown();
  });

  it('may be left when it is said to be saved, and is in nothing the page holds then', async () => {
    await dialog().getByRole('checkbox', { name: 'I have saved it' }).check();

    await page.evaluate(() => history.back());

    await page.getByRole('heading', { level: 1, name: 'Orbit Bookings' }).waitFor();
    expect(await page.content()).not.toContain(key);
    await page.goForward();
    await page.getByRole('link', { name: 'Website' }).waitFor();
    expect(await dialog().count()).toBe(0);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(kept).not.toContain(key);
    expect(stage.faults()).toEqual([]);
  });
});
