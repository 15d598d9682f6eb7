import { type Locator, type Page } from 'playwright-core';
import {
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolations,
  invite,
  onALaptop,
  openPlace,
  password,
  people,
  pin,
  signIn,
  startStage,
  type Stage,
} from '../support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** As the guide begins: "Log in to the Dashboard. Go to Settings, then select the Developer Option. Select the API Key tab." */
async function openApiKeyTab(page: Page, username: string): Promise<void> {
  await openPlace(page, '/sign-in');
  await page.getByRole('textbox', { name: 'Username' }).fill(username);
  await page.getByRole('textbox', { name: 'Password or API key' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Developer Option' }).click();
  await page.getByRole('heading', { level: 1, name: 'Developer Option' }).waitFor();
  await page.getByRole('tab', { name: 'API Key' }).click();
}

/** "You will be required to input your PIN." */
async function givePin(page: Page, wrongFirst = false): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm with your PIN' });
  await dialog.waitFor();
  // What asked for it is kept, out of sight.
  expect(await page.getByRole('dialog').count()).toBe(1);
  if (wrongFirst) {
    await dialog.getByLabel('PIN', { exact: true }).fill('135790');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByText('The PIN is wrong. Attempts left: 4.').waitFor();
  }
  await expectNoViolations(page);
  await dialog.getByLabel('PIN', { exact: true }).fill(pin);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
}

/** "The new API key will be displayed. You need to copy and store the API key securely." */
async function copyNewKey(page: Page, title: string, what = 'the key'): Promise<string> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: `Copy: ${what}` }).click();
  await expectNoViolations(page);
  const [key = ''] = /kunci_\w{38}/.exec(await copiedText(page)) ?? [];
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return key;
}

async function generate(page: Page, product: Locator, name: string): Promise<string> {
  await product.getByRole('button', { name: 'Generate', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Generate a new API key?' });
  await dialog.getByRole('textbox', { name: 'Name (optional)' }).fill(name);
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await givePin(page);
  // The demo company lets keys be shown again: both say so.
  const made = page.getByRole('dialog', { name: 'Your new API key' });
  await made.getByText('so you can revisit it later').waitFor();
  await made.getByText('You can show this key again later').waitFor();
  return copyNewKey(page, 'Your new API key');
}

describe.each([
  ['on a laptop', onALaptop, people.Superadmin, 'Disbursement'],
  ['on a phone', asPhone(), people.Admin, 'Payment Link'],
])('How to Set up API Key, %s', (_where, look, username, name) => {
  let page: Page;
  let product: Locator;
  let first: string;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await openApiKeyTab(page, username);
    product = page.getByRole('region', { name });
  });
  afterAll(() => page.context().close());

  it('shows every product with what it has, and no Generate where the platform has not enabled it', async () => {
    await product.getByText('No API key yet').waitFor();
    const requested = page.getByRole('region', { name: 'QRIS' });

    await requested.getByText('as soon as the platform has enabled it').waitFor();

    expect(await requested.getByRole('button', { name: 'Generate' }).count()).toBe(0);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });

  it('generates a key after a question and the PIN, and the key works immediately', async () => {
    await product.getByRole('button', { name: 'Generate', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Checkout');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('dialog').getByText(`You are about to create a key for ${name}.`).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    const question = page.getByRole('dialog', { name: 'Generate a new API key?' });
    expect(await question.getByRole('textbox').inputValue()).toBe('Checkout');
    await question.getByRole('button', { name: 'Cancel' }).click();

    first = await generate(page, product, 'Checkout');

    expect(await stage.restCall(first)).toMatchObject({ status: 200 });
  });

  it('lists the key on the same page, and shows it again for the PIN', async () => {
    await product.getByRole('link', { name: 'Checkout' }).waitFor();
    await product.getByText('Active', { exact: true }).waitFor();

    await product.getByRole('button', { name: 'Show' }).click();
    await givePin(page, true);

    await product.getByText(first).waitFor();
    await expectNoViolations(page);
  });

  it('re-generates it without overlap: the new key opens, and the old one no longer', async () => {
    await product.getByRole('button', { name: 'Re-generate Checkout' }).click();
    const dialog = page.getByRole('dialog', { name: 'Re-generate this API key?' });
    await dialog.getByLabel('The old secret keeps working for').selectOption('No time: it ends at once');
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Re-generate' }).click();
    await givePin(page);

    // The request has the key in it: who has copied that has the key.
    const second = await copyNewKey(page, 'Your re-generated API key', 'Try it now, curl');

    expect(second).not.toBe(first);
    expect(await stage.restCall(second)).toMatchObject({ status: 200 });
    expect(await stage.restCall(first)).toMatchObject({ status: 401 });
  });

  it('marks a key whose old one goes on for a day', async () => {
    await product.getByRole('button', { name: 'Re-generate Checkout' }).click();
    const dialog = page.getByRole('dialog', { name: 'Re-generate this API key?' });
    await dialog.getByRole('button', { name: 'Re-generate' }).click();
    await givePin(page);
    await copyNewKey(page, 'Your re-generated API key');

    await product.getByText(/^Old secret until /).waitFor();

    await expectNoSidewaysScroll(page);
  });

  it('ends the old one early on the page of the key, for the PIN', async () => {
    await product.getByRole('link', { name: 'Checkout' }).click();
    await page.getByRole('button', { name: 'End it now' }).click();
    const dialog = page.getByRole('dialog', { name: 'End the old secret now?' });
    await dialog.getByLabel('PIN', { exact: true }).fill(pin);

    await dialog.getByRole('button', { name: 'End it now' }).click();

    await page.getByText('The old secret has ended: Checkout').waitFor();
    await openPlace(page, '/developer-option');
    await product.getByRole('link', { name: 'Checkout' }).waitFor();
    expect(await product.getByText(/^Old secret until /).count()).toBe(0);
  });

  it('has request and response samples for this server', async () => {
    const samples = page.getByRole('region', { name: 'Request samples' });

    await samples.getByText(`${stage.server.address}/core/api/v1/sales_invoices`).first().waitFor();

    await page.getByRole('heading', { name: 'Response samples' }).waitFor();
    await expectNoSidewaysScroll(page);
    expect(stage.faults()).toEqual([]);
  });
});

it('tells other roles why they cannot access the menu', async () => {
  const page = await stage.newPage();
  await openPlace(page, '/sign-in');
  await page.getByRole('textbox', { name: 'Username' }).fill('member@lintas-pay.test');
  await page.getByRole('textbox', { name: 'Password or API key' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lintas Pay' }).waitFor();

  await openPlace(page, '/developer-option');

  await page.getByText('Your roles in this company do not open this place').waitFor();
  expect(await page.getByRole('button', { name: 'Settings' }).count()).toBe(0);
  await page.context().close();
});

it('tells who has no PIN yet where to set one, before Generate asks for it and when it does', async () => {
  const inviter = await stage.newPage();
  await signIn(inviter, people.Superadmin);
  await invite(inviter, 'sari@lintas-pay.test', 'Admin');
  await inviter.context().close();
  const page = await stage.newPage();
  await openApiKeyTab(page, 'sari@lintas-pay.test');
  const before = page.getByRole('region', { name: 'Before you can generate API keys' });
  await before.getByText('Set one in My settings.', { exact: false }).waitFor();
  await expectNoViolations(page);

  const product = page.getByRole('region', { name: 'Disbursement' });
  await product.getByRole('button', { name: 'Generate', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Generate a new API key?' });
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByText('Set your PIN in My settings first.', { exact: false }).waitFor();
  await dialog.getByRole('link', { name: 'Open My settings' }).click();

  await page.getByRole('button', { name: 'Set PIN' }).waitFor();
  await page.context().close();
});
