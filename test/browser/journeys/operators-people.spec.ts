import { type Page } from 'playwright-core';
import {
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolations,
  onALaptop,
  openPlace,
  password,
  people,
  signIn,
  startStage,
  type Stage,
} from '../support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** Copies the link that is shown once, and closes the dialog. */
async function takeLink(page: Page, title: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Copy: the link' }).click();
  const link = await copiedText(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return link;
}

describe.each([
  ['on a laptop', onALaptop, 'Sari Rasa', 'sari-rasa'],
  ['on a phone', asPhone(), 'Dua Roda', 'dua-roda'],
])('an operator and a customer, %s', (_where, look, company, slug) => {
  const username = `owner@${slug}.test`;
  let operator: Page;
  let link: string;

  beforeAll(async () => {
    operator = await stage.newPage(look);
    await signIn(operator, people.operator);
    await openPlace(operator, '/platform/companies');
  });
  afterAll(() => operator.context().close());

  it('the operator makes a company, and is given a link for its Owner', async () => {
    await operator.getByRole('button', { name: 'Create a company' }).click();
    const form = operator.getByRole('dialog', { name: 'Create a company' });
    await form.getByRole('textbox', { name: 'Company name' }).fill(company);
    await form.getByRole('textbox', { name: 'Short name' }).fill(slug);
    await form.getByRole('textbox', { name: 'Username of the Owner' }).fill(username);
    await form.getByRole('checkbox', { name: 'Approve it now' }).check();
    await form.getByRole('button', { name: 'Create the company' }).click();

    link = await takeLink(operator, 'Send this link to the Owner');
    expect(link).toContain('/invitation#');
  });

  it('finds it by a part of its name, and renews the link on its page', async () => {
    await operator.getByRole('searchbox', { name: 'Name, short name or ID' }).fill(company.toUpperCase());
    const all = operator.getByRole('region', { name: 'All companies' });
    await all.getByRole('link', { name: 'Super Murah Shirt' }).waitFor({ state: 'detached' });
    await all.getByRole('link', { name: company }).click();

    await operator.getByRole('heading', { level: 1, name: company }).waitFor();
    await operator.getByRole('region', { name: 'People' }).getByText(username).first().waitFor();
    await expectNoViolations(operator);
    await expectNoSidewaysScroll(operator);
    await operator.getByRole('button', { name: 'New link for the Owner' }).click();
    link = await takeLink(operator, 'Send this link to the Owner');
  });

  it('the Owner joins by that link', async () => {
    const owner = await stage.newPage(look);
    await openPlace(owner, link.slice(link.indexOf('/invitation')));
    await owner.getByRole('textbox', { name: 'Password' }).fill(password);
    await owner.getByRole('button', { name: 'Join' }).click();
    await owner.getByRole('heading', { level: 1, name: company }).waitFor();
    await owner.context().close();
  });

  it('the operator cannot release the only Owner, closes the company, and then can', async () => {
    await openPlace(operator, `/platform/users?q=${encodeURIComponent(username)}`);
    await expectNoViolations(operator);
    await expectNoSidewaysScroll(operator);
    await operator.getByRole('button', { name: `Release ${username}` }).click();
    const dialog = operator.getByRole('dialog', { name: 'Release this account permanently?' });
    await dialog.getByRole('button', { name: 'Release' }).click();
    await dialog.getByText(`This is not ${username}.`).waitFor();
    await dialog.getByRole('textbox', { name: 'Username' }).fill(username);
    await dialog.getByRole('button', { name: 'Release' }).click();
    await dialog.getByText('They are the last active Owner of a company.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await operator.getByRole('link', { name: company }).click();
    await operator.getByRole('button', { name: 'Close the company' }).click();
    const closing = operator.getByRole('dialog', { name: 'Close the company permanently?' });
    await closing.getByRole('textbox', { name: 'Short name of the company' }).fill(slug);
    await expectNoViolations(operator);
    await closing.getByRole('button', { name: 'Close the company' }).click();
    await closing.waitFor({ state: 'hidden' });
    expect(await operator.getByRole('button', { name: 'Close the company' }).count()).toBe(0);

    await openPlace(operator, `/platform/users?q=${encodeURIComponent(username)}`);
    await operator.getByRole('button', { name: `Release ${username}` }).click();
    await dialog.getByRole('textbox', { name: 'Username' }).fill(username);
    await dialog.getByRole('button', { name: 'Release' }).click();
    await operator.getByRole('status').filter({ hasText: 'the username is free' }).waitFor();
    await operator.getByText('Released', { exact: true }).waitFor();
    await expectNoViolations(operator);
  });

  it('gives somebody a link for another password, by their username', async () => {
    const lost = people.Member;
    await openPlace(operator, `/platform/users?q=${encodeURIComponent(lost)}`);
    await operator.getByRole('button', { name: `Password reset for ${lost}` }).click();
    expect(await takeLink(operator, 'Send them this link')).toContain('/password-reset#');
  });
});
