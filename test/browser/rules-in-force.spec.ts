import { type Page } from 'playwright-core';
import { ask, openPlace, password, signIn, startStage, type Stage, takeKeyRoles } from './support';

/* What is decided in the console holds for real requests from then on: rules of a kind of key, roles, and renewed keys. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** The key that the dialog shows, which is said to be saved where it is shown once, and closed. */
async function takeKey(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Done' }).waitFor();
  const saved = dialog.getByRole('checkbox', { name: 'I have saved it' });
  if ((await saved.count()) > 0) await saved.check();
  const key = await dialog.locator('code').first().innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return key;
}

describe('the rules for company keys', () => {
  let page: Page;
  let key: string;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, 'owner@orbit-bookings.test');
  });
  afterAll(() => page.context().close());

  const rules = () => page.getByRole('form', { name: 'Company keys' });

  async function openRules(): Promise<void> {
    await openPlace(page, '/settings/security');
    await page.getByRole('button', { name: /^Company keys/ }).click();
    await rules().getByLabel('Active keys at most').waitFor();
  }

  async function save(sure = false): Promise<void> {
    await rules().getByRole('button', { name: 'Save' }).click();
    if (sure) await page.getByRole('button', { name: 'Save anyway' }).click();
    await rules().getByText('Saved', { exact: true }).waitFor();
  }

  async function sendForm(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Create API Key' }).first().click();
    await page.getByRole('dialog').getByLabel('Key Name').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click();
  }

  async function prove(): Promise<void> {
    const asking = page.getByRole('dialog', { name: 'Confirm with your password' });
    await asking.getByLabel('Password', { exact: true }).fill(password);
    await asking.getByRole('button', { name: 'Confirm' }).click();
  }

  it('are summed up in a line, changed, and saved', async () => {
    await openRules();
    await rules().getByLabel('Active keys at most').fill('1');
    await rules().getByLabel('What a key looks like').selectOption('32 characters, 0-9 and a-f');
    await rules().getByLabel('Showing a key', { exact: true }).selectOption('Again later, to those who may');
    await rules().getByLabel('Making a key').selectOption('Password');

    await save();

    await page.getByRole('button', { name: /^Company keys.*1 active key · can be shown again$/ }).waitFor();
    await openRules();
    expect(await rules().getByLabel('Active keys at most').inputValue()).toBe('1');
    expect(await rules().getByLabel('Making a key').inputValue()).toBe('password');
  });

  it('hold for the next key: its looks, the proof, and that it can be shown again', async () => {
    await openPlace(page, '/api-keys');
    await sendForm('Website');
    await prove();

    key = await takeKey(page);

    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
    await page.getByRole('link', { name: 'Website' }).click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('main').getByText(key).waitFor();
  });

  it('refuse one key more than there may be', async () => {
    await openPlace(page, '/api-keys');

    await sendForm('Warehouse');
    // Whatever is asked first: what cannot be had is said.
    await page.getByText('The company has as many of these keys as it may have.').waitFor();

    expect(await page.getByRole('dialog', { name: 'Your new key' }).count()).toBe(0);
  });

  it('turn all of them off at once, and on again', async () => {
    await openRules();
    await rules().getByLabel('Allow these keys').uncheck();
    await save(true);
    expect(await stage.restCall(key)).toMatchObject({ status: 401, body: { code: 'disabled' } });
    await openPlace(page, '/api-keys');
    await page.getByText('Keys of this kind are switched off').waitFor();
    expect(await page.getByRole('button', { name: 'Create API Key' }).count()).toBe(0);

    await openRules();
    await rules().getByLabel('Allow these keys').check();
    await save();

    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
  });
});

describe('a role of the company', () => {
  const member = 'user@timecraft.test';
  let administrator: Page;
  let page: Page;

  beforeAll(async () => {
    [administrator, page] = [await stage.newPage(), await stage.newPage()];
    await signIn(administrator, 'owner@timecraft.test');
    await signIn(page, member);
    const input = { name: 'Auditor', permissions: ['company:read', 'events:read'] };
    const role = await ask<{ id: string }>(administrator, 'POST', '/roles', input);
    const me = await ask<{ id: string }>(page, 'GET', '/me');
    await ask(administrator, 'PUT', `/users/${me.id}/roles`, { roles: [role.id] });
  });
  afterAll(() => Promise.all([administrator.context().close(), page.context().close()]));

  /** Where the menu leads the member, who opens the console again. */
  async function menu(): Promise<string[]> {
    await openPlace(page, '/');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    const links = page.getByRole('dialog').getByRole('link');
    await links.first().waitFor();
    return links.allInnerTexts();
  }

  const statusOf = async (path: string): Promise<number> =>
    (await page.context().request.get(`/api/v1${path}`)).status();

  it('opens to its members what it permits', async () => {
    expect(await menu()).toEqual(expect.arrayContaining(['Audit trail']));
    expect(await menu()).not.toContain('Usage');
    expect([await statusOf('/events'), await statusOf('/usage')]).toEqual([200, 403]);
  });

  it('opens something else as soon as it is edited, and closes what it opened', async () => {
    await openPlace(administrator, '/settings/roles');
    await administrator.getByRole('button', { name: /^Auditor/ }).click();
    await administrator.getByRole('button', { name: 'Edit' }).click();
    const form = administrator.getByRole('dialog', { name: 'Edit the role “Auditor”' });
    await form.getByRole('checkbox', { name: 'Read the audit trail' }).uncheck();
    await form.getByRole('checkbox', { name: 'See the usage' }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'hidden' });

    expect([await statusOf('/events'), await statusOf('/usage')]).toEqual([403, 200]);
    expect(await menu()).not.toContain('Audit trail');
    expect(await menu()).toEqual(expect.arrayContaining(['Usage']));
    await openPlace(page, '/audit-trail');
    await page.getByText('Your roles in this company do not open this place.', { exact: false }).waitFor();
  });
});

describe('a personal key', () => {
  const username = 'owner@timecraft.test';
  let page: Page;
  let key: string;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, username);
    await ask(page, 'PATCH', '/settings', { keys: { personal: { enabled: true } } });
    await takeKeyRoles(page);
    const input = { kind: 'personal', name: 'Zapier' };
    key = (await ask<{ secret: string }>(page, 'POST', '/keys', input)).secret;
    await openPlace(page, '/my-settings');
  });
  afterAll(() => page.context().close());

  async function rotate(overlap: string): Promise<string> {
    await page.getByRole('button', { name: 'Rotate Zapier' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rotate this key' });
    await dialog.getByLabel('The old secret keeps working for').selectOption(overlap);
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'I have saved it' }).waitFor();
    return takeKey(page);
  }

  const statuses = (...keys: string[]): Promise<number[]> =>
    Promise.all(keys.map(async (each) => (await stage.restCall({ username, key: each })).status));

  it('is rotated with an overlap: both secrets open', async () => {
    const renewed = await rotate('1 hour');

    expect(renewed).not.toBe(key);
    expect(await statuses(key, renewed)).toEqual([200, 200]);
    key = renewed;
  });

  it('is rotated without one: the old secret opens no longer, and the new one does', async () => {
    const renewed = await rotate('No time: it ends at once');

    expect(await statuses(key, renewed)).toEqual([401, 200]);
    expect(stage.faults()).toEqual([]);
  });
});
