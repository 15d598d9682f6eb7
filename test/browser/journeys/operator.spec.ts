import { type Locator, type Page } from 'playwright-core';
import {
  ask,
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolations,
  onALaptop,
  openPlace,
  password,
  people,
  settled,
  signIn,
  startStage,
  type Stage,
} from '../support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

async function signUp(page: Page, company: string, username: string): Promise<void> {
  await openPlace(page, '/sign-up');
  await page.getByRole('textbox', { name: 'Company name' }).fill(company);
  await page.getByRole('textbox', { name: 'Username' }).fill(username);
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.getByRole('button', { name: 'Create the company' }).click();
  await page.getByRole('heading', { level: 1, name: company }).waitFor();
}

/** On the company page, whose button says how often it was submitted before. */
async function submit(page: Page, button: 'Submit for review' | 'Submit again'): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit for review' });
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByRole('main').getByText('In review', { exact: true }).waitFor();
}

/** The dialog that a button beside a company opens. */
async function choose(page: Page, act: string, company: string, title: string): Promise<Locator> {
  await page
    .getByRole('button', { name: `${act}: ${company}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await expectNoViolations(page);
  return dialog;
}

describe.each([
  ['on a laptop', onALaptop, 'Kopi Senja', 'owner@kopi-senja.test'],
  ['on a phone', asPhone(), 'Teh Pagi', 'owner@teh-pagi.test'],
])('a new company and the operator, %s', (_where, look, company, username) => {
  let owner: Page;
  let operator: Page;

  beforeAll(async () => {
    [owner, operator] = [await stage.newPage(look), await stage.newPage(look)];
    await signUp(owner, company, username);
    await openPlace(owner, '/company');
    await signIn(operator, people.operator);
    await openPlace(operator, '/platform/companies');
  });
  afterAll(() => Promise.all([owner.context().close(), operator.context().close()]));

  it('the company asks for a product and submits itself', async () => {
    await owner.getByRole('button', { name: 'Request QRIS' }).click();
    await owner.getByText('Waiting for the platform to enable it.').waitFor();

    await submit(owner, 'Submit for review');

    await expectNoViolations(owner);
    await expectNoSidewaysScroll(owner);
  });

  it('the operator finds it among those that wait, and rejects it with a reason', async () => {
    await operator.reload();
    const waiting = operator.getByRole('region', { name: 'Waiting for a decision' });
    await waiting.getByText(company, { exact: true }).waitFor();
    await expectNoSidewaysScroll(operator);

    const dialog = await choose(operator, 'Reject', company, 'Reject the company');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByText('Please give a reason.').waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The tax number is missing.');
    await dialog.getByRole('button', { name: 'Reject' }).click();

    await waiting.getByText('No company is waiting').waitFor();
  });

  it('the company reads the reason by itself, and submits itself again', async () => {
    await owner.getByText('The tax number is missing.').waitFor();
    await expectNoViolations(owner);

    await submit(owner, 'Submit again');

    expect(await owner.getByText('The tax number is missing.').count()).toBe(0);
  });

  it('the operator approves it, and enables the product', async () => {
    await operator.reload();
    const approval = await choose(operator, 'Approve', company, 'Approve the company');
    await approval.getByRole('button', { name: 'Approve' }).click();
    await operator
      .getByRole('status')
      .filter({ hasText: `${company} is approved.` })
      .waitFor();

    const products = await choose(operator, 'Products', company, `Products of ${company}`);
    await products.getByRole('button', { name: 'Enable QRIS' }).click();
    await products.getByRole('button', { name: 'Disable QRIS' }).waitFor();
    await products.getByRole('button', { name: 'Close' }).last().click();

    await owner.getByRole('main').getByText('Approved', { exact: true }).waitFor();
  });

  it('the owner, who has no PIN, is led to set one where the company wants it', async () => {
    const pinned = { keys: { product: { visibility: 'recoverable', stepUp: { generate: 'pin' } } } };
    await owner.context().request.patch('/api/v1/settings', { data: pinned });
    await openPlace(owner, '/developer-option');
    const product = owner.getByRole('region', { name: 'QRIS' });
    await product.getByRole('button', { name: 'Generate', exact: true }).click();

    const dialog = owner.getByRole('dialog', { name: 'Generate a new API key?' });
    await dialog.getByRole('button', { name: 'Confirm' }).click();

    await dialog.getByText('Set your PIN').waitFor();
    await expectNoViolations(owner);
    await dialog.getByRole('link', { name: 'Open My settings' }).click();
    await owner.waitForURL('**/my-settings');
    await owner.context().request.patch('/api/v1/settings', {
      data: { keys: { product: { stepUp: { generate: 'none' } } } },
    });
  });

  it('the owner makes a key that works until the product is disabled, or the company suspended', async () => {
    await openPlace(owner, '/developer-option');
    const product = owner.getByRole('region', { name: 'QRIS' });
    await product.getByRole('button', { name: 'Generate', exact: true }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    const made = owner.getByRole('dialog', { name: 'Your new API key' });
    await made.getByRole('button', { name: 'Copy: the key' }).click();
    const key = await copiedText(owner);
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });

    const products = await choose(operator, 'Products', company, `Products of ${company}`);
    await products.getByRole('button', { name: 'Disable QRIS' }).click();
    const disabling = operator.getByRole('dialog', { name: 'Disable the product' });
    await expectNoViolations(operator);
    await disabling.getByRole('button', { name: 'Disable' }).click();
    await products.getByRole('button', { name: 'Enable QRIS' }).waitFor();
    expect((await stage.restCall(key)).status).not.toBe(200);
    await products.getByRole('button', { name: 'Enable QRIS' }).click();
    await products.getByRole('button', { name: 'Disable QRIS' }).waitFor();
    await operator.keyboard.press('Escape');
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });

    const suspension = await choose(operator, 'Suspend', company, 'Suspend the company');
    await suspension.getByRole('textbox', { name: 'Reason' }).fill('Unpaid.');
    await suspension.getByRole('button', { name: 'Suspend' }).click();
    await suspension.waitFor({ state: 'hidden' });
    expect((await stage.restCall(key)).status).not.toBe(200);

    const back = await choose(operator, 'Reinstate', company, 'Reinstate the company');
    await back.getByRole('button', { name: 'Reinstate' }).click();
    await back.waitFor({ state: 'hidden' });
    expect(await stage.restCall(key)).toMatchObject({ status: 200 });
    expect(stage.faults()).toEqual([]);
  });

  it('the approved company asks for another name, which everyone sees once the operator approves it', async () => {
    const renamed = `${company} Baru`;
    await openPlace(owner, '/company');
    await owner.getByRole('textbox', { name: 'Company name' }).fill(renamed);
    await owner.getByRole('button', { name: 'Save', exact: true }).click();
    await owner.getByText(`${renamed} waits for the platform to approve it`).waitFor();
    await expectNoViolations(owner);

    await operator.reload();
    const waiting = operator.getByRole('region', { name: 'New names waiting for a decision' });
    await waiting.getByText(`New name: ${renamed}`).waitFor();
    await expectNoSidewaysScroll(operator);
    const approval = await choose(operator, 'Approve the name', company, 'Approve the new name');
    await approval.getByRole('button', { name: 'Approve the name' }).click();
    await operator.getByText(`${company} is now called ${renamed}.`).waitFor();

    await owner.reload();
    await owner.getByRole('banner').getByText(renamed).waitFor();
    expect(stage.faults()).toEqual([]);
  });

  it('the audit trail of the company tells it in sentences', async () => {
    await openPlace(owner, '/audit-trail?type=company.rejected');
    await owner.getByText('rejected the company: The tax number is missing.').waitFor();

    await owner.getByRole('button', { name: /^Details/ }).click();

    await owner.getByRole('definition').getByText('The tax number is missing.').waitFor();
    await owner.getByText('As recorded').click();
    await owner.getByText('"type": "company.rejected"').waitFor();
    await expectNoViolations(owner);
    await expectNoSidewaysScroll(owner);
    const exported = await owner.getByRole('link', { name: 'Export as CSV' }).getAttribute('href');
    const file = await owner.context().request.get(exported ?? '');
    expect(file.headers()['content-type']).toContain('text/csv');
    expect(await file.text()).toContain('company.rejected');
  });
});

describe('the operator', () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, people.operator);
  });
  afterAll(() => page.context().close());

  it('creates a product with what its keys may do, once for each code', async () => {
    await openPlace(page, '/platform/products');
    await page.getByRole('button', { name: 'Create product' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create product' });
    await expectNoViolations(page);
    await dialog.getByRole('textbox', { name: 'Product name' }).fill('QRIS');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('There is a product with this code.').waitFor();
    await dialog.getByRole('textbox', { name: 'Product name' }).fill('Virtual Account');
    await dialog.getByRole('textbox', { name: 'Code' }).fill('virtual-account');
    await dialog.getByRole('checkbox', { name: 'Sales invoices: Create invoices' }).check();

    await dialog.getByRole('button', { name: 'Create' }).click();

    await page.getByRole('rowheader', { name: 'Virtual Account' }).waitFor();
    await expectNoViolations(page);
  });

  it('says what a product protects, takes it from keys after asking, and retires the product', async () => {
    const company = await enabledCompany(page, 'virtual-account');
    await openPlace(page, '/platform/products');
    await page.getByRole('button', { name: 'Edit Virtual Account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit Virtual Account' });
    await define(dialog, 'transfers:send', 'Send a transfer');
    await define(dialog, 'transfers read', 'See transfers');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await expectNoViolations(page);
    await dialog.getByRole('textbox', { name: 'Permission', exact: true }).last().fill('transfers:read');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changed: Virtual Account').waitFor();
    await page.getByRole('cell', { name: 'Send a transfer' }).waitFor();
    await companyKey(company);

    await page.getByRole('button', { name: 'Edit Virtual Account' }).click();
    await dialog.getByRole('button', { name: 'Remove permission 1' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const asking = page.getByRole('dialog', { name: 'Take permissions from API keys?' });
    await asking.getByText('transfers:send').waitFor();
    await asking.getByText('1 API key holds it', { exact: false }).waitFor();
    await expectNoViolations(page);
    await asking.getByRole('button', { name: 'Take it away' }).click();
    await page.getByText('It is in force everywhere.').waitFor();
    await page.getByText('Send a transfer').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Retire Virtual Account' }).click();
    const retiring = page.getByRole('dialog', { name: 'Retire the product permanently?' });
    await expectNoViolations(page);
    await retiring.getByLabel('Code of the product').fill('virtual');
    await retiring.getByRole('button', { name: 'Retire' }).click();
    await retiring.getByText('This is not virtual-account.').waitFor();
    await retiring.getByLabel('Code of the product').fill('virtual-account');
    await retiring.getByRole('button', { name: 'Retire' }).click();
    await page.getByText('Retired: Virtual Account').waitFor();
    await page.getByRole('button', { name: 'Edit Virtual Account' }).waitFor({ state: 'detached' });
    await expectNoViolations(page);
  });

  async function define(dialog: Locator, name: string, label: string): Promise<void> {
    await dialog.getByRole('button', { name: 'Add a permission' }).click();
    await dialog.getByRole('textbox', { name: 'Permission', exact: true }).last().fill(name);
    await dialog.getByRole('textbox', { name: 'In words', exact: true }).last().fill(label);
  }

  /** Enables a product for the demo company Lintas Pay. @returns the page of its Superadmin. */
  async function enabledCompany(operator: Page, code: string): Promise<Page> {
    const { data } = await ask<{ data: { id: string }[] }>(operator, 'GET', '/platform/companies?q=lintas');
    await ask(operator, 'PUT', `/platform/companies/${data[0]?.id}/products/${code}`, { enabled: true });
    const person = await stage.newPage();
    await signIn(person, people.Superadmin);
    return person;
  }

  /** A key that names what the product protects. */
  async function companyKey(person: Page): Promise<void> {
    await ask(person, 'PATCH', '/settings', { keys: { product: { stepUp: { generate: 'none' } } } });
    const permissions = ['transfers:*'];
    await ask(person, 'POST', '/keys', {
      kind: 'product',
      product: 'virtual-account',
      name: 'Payouts',
      permissions,
    });
    await person.context().close();
  }

  it('creates a service key, which verifies until it is revoked', async () => {
    await openPlace(page, '/platform/service-keys');
    await page.getByRole('button', { name: 'Create service key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create service key' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Payout service');
    await dialog.getByLabel('Product').selectOption('Disbursement');
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Create' }).click();
    const made = page.getByRole('dialog', { name: 'The new service key' });
    await made.getByText('This is the only time the key is shown').waitFor();
    await made.getByRole('button', { name: 'Copy: the key' }).click();
    await expectNoViolations(page);
    const key = await copiedText(page);
    await made.getByRole('button', { name: 'Done' }).click();
    expect(await verifyWith(key)).toBe(200);

    await page.getByRole('button', { name: 'Revoke Payout service' }).click();
    const revoking = page.getByRole('dialog', { name: 'Revoke the service key' });
    await expectNoViolations(page);
    await revoking.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();

    await settled(page);
    expect(await verifyWith(key)).toBe(401);
    expect(stage.faults()).toEqual([]);
  });

  it('creates a service key that manages companies, from one address, for every product', async () => {
    await openPlace(page, '/platform/service-keys');
    await page.getByRole('button', { name: 'Create service key' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Create service key' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Back office');
    await dialog.getByLabel('Product').selectOption('Every product, and all other keys');
    await dialog.getByRole('checkbox', { name: 'Verify API keys' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'Manage companies' }).check();
    await dialog.getByLabel('Allowed addresses').fill('127.0.0.1');
    await dialog.getByRole('button', { name: '90 days' }).click();
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const made = page.getByRole('dialog', { name: 'The new service key' });
    await made.getByRole('checkbox').check();
    await made.getByRole('button', { name: 'Done' }).click();

    const [key] = await newest('/platform/service-keys');
    expect(key).toMatchObject({
      ...{ name: 'Back office', product: null },
      ...{ permissions: ['companies:manage'], allowedAddresses: ['127.0.0.1'] },
    });
  });

  it('creates the key of a gateway, and is told what is no audience', async () => {
    await openPlace(page, '/platform/service-keys');
    await page.getByRole('button', { name: 'Create service key' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Create service key' });
    const audiences = dialog.getByLabel('APIs behind a gateway');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Edge');
    await dialog.getByLabel('Product').selectOption('Disbursement');
    await audiences.fill('https://api.example.com\nno audience');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog.getByText('Use a name or an address without blanks').waitFor();
    await audiences.fill('https://api.example.com\nhttps://billing.example.com');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const made = page.getByRole('dialog', { name: 'The new service key' });
    await made.getByText('sends this key as Kunci-Gateway').waitFor();
    await made.getByRole('checkbox').check();
    await made.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Gateway of https://api.example.com, https://billing.example.com').waitFor();

    const [key] = await newest('/platform/service-keys');
    expect(key).toMatchObject({
      name: 'Edge',
      gateway: { audiences: ['https://api.example.com', 'https://billing.example.com'] },
    });
  });

  async function newest(path: string): Promise<readonly unknown[]> {
    const answer = await page.context().request.get(`/api/v1${path}?limit=1`);
    return ((await answer.json()) as { data: unknown[] }).data;
  }

  /** As the service behind a product asks about a key. */
  async function verifyWith(serviceKey: string): Promise<number> {
    const { status } = await fetch(`${stage.server.address}/api/v1/keys/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': serviceKey },
      body: JSON.stringify({ key: 'kunci_unknown' }),
    });
    return status;
  }
});
