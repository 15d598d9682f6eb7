import { EventEmitter, once } from 'node:events';
import { type Page } from 'playwright-core';
import { expectNoViolations, openPlace, signIn, startStage, type Stage } from '../support';

const administrator = 'admin@timecraft.test';
const invited = 'dewi@timecraft.test';
const chosen = 'a password that is hers';
const another = 'another password of hers';

let stage: Stage;
let admin: Page;

beforeAll(async () => {
  stage = await startStage();
  admin = await stage.newPage();
  await signIn(admin, administrator);
});
afterAll(() => stage.close());

/** The link that the open dialog shows; then it is closed, and not shown again. */
async function takeLink(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Send them this link' });
  const link = await dialog.locator('code').first().innerText();
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.content()).not.toContain(link);
  return link;
}

describe('an invitation', () => {
  it('is a link that is shown once and lets someone in', async () => {
    await openPlace(admin, '/users');
    await admin.getByRole('button', { name: 'Invite a user' }).click();
    const form = admin.getByRole('dialog', { name: 'Invite a user' });
    await form.getByLabel('Username').fill(invited);
    await expectNoViolations(admin);
    await form.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await takeLink(admin);

    const page = await stage.newPage();
    await page.goto(link);
    await page.getByRole('textbox', { name: 'Password' }).fill(chosen);
    await page.getByRole('button', { name: 'Join' }).click();

    await page.getByRole('button', { name: invited }).waitFor();
    await openPlace(admin, '/users');
    await admin.getByRole('row', { name: invited }).getByText('Active').waitFor();
    await page.context().close();
  });

  it('is refused for an existing member, at the field', async () => {
    await admin.getByRole('button', { name: 'Invite a user' }).click();
    const form = admin.getByRole('dialog', { name: 'Invite a user' });
    await form.getByLabel('Username').fill(invited);
    await form.getByRole('button', { name: 'Invite', exact: true }).click();

    await form.getByText('This person is a member of the company already.').waitFor();
    await form.getByRole('button', { name: 'Cancel' }).click();
  });
});

describe('a password reset', () => {
  it('is a link that is shown once and lets them choose another password', async () => {
    await openPlace(admin, '/users');
    await admin.getByRole('link', { name: invited }).click();
    await admin.getByRole('button', { name: 'Password reset link' }).click();
    const link = await takeLink(admin);

    const page = await stage.newPage();
    await page.goto(link);
    await page.getByRole('textbox', { name: 'New password' }).fill(another);
    await page.getByRole('button', { name: 'Save and sign in' }).click();

    await page.getByRole('button', { name: invited }).waitFor();
    await page.context().close();
  });
});

describe('a member', () => {
  it('who is deactivated can be reactivated', async () => {
    await admin.getByRole('button', { name: 'Deactivate' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Deactivate this user?' });
    await dialog.getByText(invited).waitFor();
    await expectNoViolations(admin);
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await admin.getByText('Deactivated').waitFor();

    await admin.getByRole('button', { name: 'Reactivate' }).click();

    await admin.getByText('Active', { exact: true }).waitFor();
  });

  it('who is removed is gone from the list', async () => {
    await admin.getByRole('button', { name: 'Remove', exact: true }).click();
    const dialog = admin.getByRole('dialog', { name: 'Remove this user?' });
    await expectNoViolations(admin);
    const answer = await withholdList(admin);
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();

    await admin.getByRole('heading', { level: 1, name: 'Manage Users' }).waitFor();
    expect(await admin.getByRole('link', { name: invited }).count()).toBe(0);

    answer();
    await admin.getByRole('link', { name: administrator }).waitFor();
    expect(await admin.getByRole('link', { name: invited }).count()).toBe(0);
  });

  it('who may do more cannot be changed', async () => {
    await admin.getByRole('link', { name: 'owner@timecraft.test' }).click();

    await admin.getByText('This user may do more than you, so you cannot change them.').waitFor();
    expect(await admin.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });
});

describe('a role of the company', () => {
  it('is made, changed and deleted', async () => {
    await openPlace(admin, '/settings/roles');
    await admin.getByRole('button', { name: 'Create a role' }).click();
    const form = admin.getByRole('dialog', { name: 'Create a role' });
    await form.getByLabel('Role name').fill('Bookkeeper');
    await form.getByRole('checkbox', { name: 'See the invoices' }).check();
    await expectNoViolations(admin);
    await form.getByRole('button', { name: 'Save' }).click();

    await admin.getByRole('button', { name: /^Bookkeeper/ }).click();
    await admin.getByRole('button', { name: 'Edit' }).click();
    const edit = admin.getByRole('dialog', { name: 'Edit the role “Bookkeeper”' });
    await edit.getByRole('checkbox', { name: 'Create invoices' }).check();
    await edit.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('2 permissions').waitFor();

    await admin.getByRole('button', { name: 'Delete' }).click();
    const danger = admin.getByRole('dialog', { name: 'Delete this role?' });
    await expectNoViolations(admin);
    await danger.getByRole('button', { name: 'Delete' }).click();
    await admin.getByText('None yet.', { exact: false }).waitFor();
    expect(stage.faults()).toEqual([]);
  });
});

/** Holds back the answers to the list of users, until the function it returns is called. */
async function withholdList(page: Page): Promise<() => void> {
  const answering = new EventEmitter();
  const answered = once(answering, 'answer');
  await page.route('**/api/v1/users?*', async (route) => {
    await answered;
    await route.continue();
  });
  return () => void answering.emit('answer');
}
