import { type Page } from 'playwright-core';
import {
  asPhone,
  expectNoSidewaysScroll,
  expectNoViolations,
  onALaptop,
  openPlace,
  people,
  settled,
  signIn,
  type Stage,
  startStage,
} from '../support';

/* Generating API tokens, word for word: menu, Integration, Generate API Token, a label, Show, OK, Active, Revoke, Revoked. */

const administrator = people['System Administrator'];
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const dialogOf = (page: Page) => page.getByRole('dialog');

/** Click the menu icon at the top left, and select "Generate API key" from the Integration section. */
async function openTokens(page: Page): Promise<void> {
  await openPlace(page, '/');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await dialogOf(page).getByRole('heading', { name: 'Integration' }).waitFor();
  await dialogOf(page).getByRole('link', { name: 'Generate API key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Generate API key' }).waitFor();
  await settled(page);
}

const rowOf = (page: Page, label: string) =>
  page.locator('tr, li').filter({ has: page.getByRole('link', { name: label, exact: true }) });

describe.each([onALaptop, asPhone()])('an API token, $width pixels wide', (look) => {
  const label = `Screening provider ${look.width}`;
  let page: Page;
  let token: string;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, administrator);
    await openTokens(page);
  });
  afterAll(() => page.context().close());

  it('is generated with a label and Show, once however often that is clicked', async () => {
    await page.getByRole('button', { name: 'Generate API Token' }).first().click();
    await dialogOf(page).getByLabel('API Token label').fill(label);
    await expectNoViolations(page);

    await dialogOf(page).getByRole('button', { name: 'Show', exact: true }).dblclick();

    await dialogOf(page).getByText('Your API Token code').waitFor();
    token = await dialogOf(page).locator('code').first().innerText();
    await expectNoViolations(page);
    expect(await stage.restCall(token)).toMatchObject({ status: 200 });
  });

  it('is noted, and OK leads back to the list at once, for it can be shown again', async () => {
    await dialogOf(page).getByText('You can show this key again later').waitFor();
    expect(await dialogOf(page).getByRole('checkbox').count()).toBe(0);

    await dialogOf(page).getByRole('button', { name: 'OK' }).click();

    await dialogOf(page).waitFor({ state: 'hidden' });
    expect(await rowOf(page, label).count()).toBe(1);
    // Where the first of the two dialogs came from.
    await page.getByRole('button', { name: 'Generate API Token' }).and(page.locator(':focus')).waitFor();
  });

  it('is Active in the list, with when it was generated under Last Accessed until it is used', async () => {
    await makeUnused(page, `${label}, unused`);

    await rowOf(page, `${label}, unused`).getByText('generated, not used yet').waitFor();
    expect(await rowOf(page, label).innerText()).toContain('Active');
    expect(await page.locator('main').innerText()).toContain('Last Accessed');
    await expectNoSidewaysScroll(page);
  });

  it('is shown again in its row', async () => {
    const row = rowOf(page, label);

    await row.getByRole('button', { name: 'Show', exact: true }).click();

    await row.getByRole('button', { name: 'Hide', exact: true }).waitFor();
    await row.getByText('Hidden again in 30 seconds, or when you turn to something else.').waitFor();
    expect(await row.locator('code').innerText()).toBe(token);
    await expectNoViolations(page);
  });

  it('hides when another button is pressed, which is not missed for it', async () => {
    await rowOf(page, label)
      .getByRole('button', { name: `Revoke ${label}` })
      .click();

    await dialogOf(page).getByText('Revoke this API Token?').waitFor();
    expect(await page.content()).not.toContain(token);
    await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it('is revoked, stays in the list as Revoked, and opens nothing from then on', async () => {
    await rowOf(page, label)
      .getByRole('button', { name: `Revoke ${label}` })
      .click();
    await dialogOf(page).getByText('Revoke this API Token?').waitFor();
    await expectNoViolations(page);

    await dialogOf(page).getByRole('button', { name: 'Revoke' }).click();

    await rowOf(page, label).getByText('Revoked').waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `Revoked: ${label}` })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await rowOf(page, label).getByRole('button').count()).toBe(0);
    expect(await stage.restCall(token)).toMatchObject({ status: 401, body: { code: 'revoked' } });
    expect(stage.faults()).toEqual([]);
  });

  it('is no longer marked as new when the next one is made', async () => {
    await page.getByRole('button', { name: 'Generate API Token' }).click();
    await dialogOf(page).getByLabel('API Token label').fill(`${label}, next`);

    await dialogOf(page).getByRole('button', { name: 'Show', exact: true }).click();

    await dialogOf(page).getByText('Your API Token code').waitFor();
    expect(await page.getByText(`Revoked: ${label}`).count()).toBe(0);
  });
});

/** Makes a token beside the browser, which nobody uses. */
async function makeUnused(page: Page, label: string): Promise<void> {
  await page.context().request.post('/api/v1/keys', { data: { kind: 'company', name: label } });
  await openPlace(page, '/generate-api-key');
}

it('is for the System Administrator: a Member has no such place', async () => {
  const page = await stage.newPage();
  await signIn(page, 'member@welcome-desk.test');
  await openPlace(page, '/');

  await page.getByRole('button', { name: 'Menu', exact: true }).click();

  await dialogOf(page).getByRole('link', { name: 'Overview' }).waitFor();
  expect(await page.getByRole('link', { name: 'Generate API key' }).count()).toBe(0);
  await page.context().close();
});
