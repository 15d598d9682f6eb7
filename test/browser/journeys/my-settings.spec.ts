import { type Page } from 'playwright-core';
import { codeAt } from '../../support/code-at';
import {
  expectNoViolations,
  invite,
  openPlace,
  password,
  setTheme,
  signIn,
  startStage,
  type Stage,
} from '../support';

const username = 'owner@timecraft.test';
const changed = 'a longer and newer password';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage();
  await signIn(page, username);
  await openPlace(page, '/my-settings');
});
afterAll(() => stage.close());

/** One of the factors: what is said of it, and its buttons. */
const factor = (name: string, on = page) => on.getByRole('group', { name, exact: true });

describe('My settings', () => {
  it('say what is set up, and offer only what can be done about it', async () => {
    await factor('PIN').getByText('Set up', { exact: true }).waitFor();
    await factor('Authenticator app').getByText('Not set up').waitFor();

    expect(await factor('PIN').getByRole('button').allInnerTexts()).toEqual(['Change PIN']);
    expect(await factor('Authenticator app').getByRole('button').allInnerTexts()).toEqual([
      'Set up authenticator app',
    ]);
  });

  it('offer a first PIN to someone who has none, and a change of it afterwards', async () => {
    await invite(page, 'dewi@timecraft.test', 'Member');
    const hers = await stage.newPage();
    await signIn(hers, 'dewi@timecraft.test');
    await openPlace(hers, '/my-settings');
    await factor('PIN', hers).getByText('Not set up').waitFor();
    await expectNoViolations(hers);
    await hers.getByRole('button', { name: 'Set PIN' }).click();
    const dialog = hers.getByRole('dialog', { name: 'Set PIN' });
    await dialog.getByLabel('New PIN').fill('580274');
    await dialog.getByLabel('Your password').fill(password);
    await dialog.getByRole('button', { name: 'Set PIN' }).click();

    await factor('PIN', hers).getByText('Set up', { exact: true }).waitFor();

    await hers.getByRole('button', { name: 'Change PIN' }).waitFor();
    await setTheme(hers, 'dark');
    await expectNoViolations(hers);
    await hers.context().close();
  });

  it('change a PIN, and say what is wrong with an easy one', async () => {
    await page.getByRole('button', { name: 'Change PIN' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change PIN' });
    await dialog.getByLabel('New PIN').fill('111111');
    await dialog.getByLabel('Your password').fill(password);
    await dialog.getByRole('button', { name: 'Change PIN' }).click();
    await dialog.getByText('Too easy to guess.', { exact: false }).waitFor();
    await expectNoViolations(page);

    await dialog.getByLabel('New PIN').fill('580274');
    await dialog.getByRole('button', { name: 'Change PIN' }).click();

    await page.getByText('Your PIN is set.').waitFor();
  });

  it('tell how often a wrong password may still be tried', async () => {
    await page.getByRole('button', { name: 'Change PIN' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change PIN' });
    await dialog.getByLabel('New PIN').fill('580274');
    await dialog.getByLabel('Your password').fill('wrong');
    await dialog.getByRole('button', { name: 'Change PIN' }).click();

    await dialog.getByText('4 attempts left', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('set up an authenticator app with a QR code, and remove it', async () => {
    await page.getByRole('button', { name: 'Set up authenticator app' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set up authenticator app' });
    await dialog.getByLabel('Your password').fill(password);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await expectNoViolations(page);
    const secret = await dialog.locator('code').first().innerText();
    await dialog.getByLabel('Code from the app').fill(codeAt(secret, Date.now()));
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Your authenticator app is set up.').waitFor();
    expect(await page.content()).not.toContain(secret);
    await factor('Authenticator app').getByText('Set up', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Replace authenticator app' }).waitFor();

    await page.getByRole('button', { name: 'Remove' }).click();
    const removal = page.getByRole('dialog', { name: 'Remove the authenticator app?' });
    await removal.getByLabel('Password', { exact: true }).fill(password);
    await expectNoViolations(page);
    await removal.getByRole('button', { name: 'Remove' }).click();

    await page.getByText('The authenticator app is removed.').waitFor();
    await factor('Authenticator app').getByText('Not set up').waitFor();
    expect(await page.getByRole('button', { name: 'Remove' }).count()).toBe(0);
    const setUp = page.getByRole('button', { name: 'Set up authenticator app' });
    expect(await setUp.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('list the sessions, and end another one', async () => {
    const other = await stage.newPage();
    await signIn(other, username);
    await openPlace(page, '/my-settings');

    await page
      .getByRole('button', { name: /^End the session on/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'End this session?' });
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'End' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await other.goto('/my-settings');
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await other.context().close();
  });

  it('change the password, which ends all other sessions', async () => {
    await page.getByRole('button', { name: 'Change password' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change password' });
    await dialog.getByLabel('Current password').fill(password);
    await dialog.getByLabel('New password').fill('short');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await dialog.getByText('Use at least 12 characters.').waitFor();
    await expectNoViolations(page);

    await dialog.getByLabel('New password').fill(changed);
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed.', { exact: false }).waitFor();

    await signIn(await stage.newPage(), username, changed);
    expect(stage.faults()).toEqual([]);
  });
});
