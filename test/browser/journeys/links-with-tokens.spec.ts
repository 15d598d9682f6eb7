import { type Page } from 'playwright-core';
import {
  allLooks,
  ask,
  expectNoSidewaysScroll,
  expectNoViolationsIn,
  openPlace,
  password,
  people,
  signIn,
  startStage,
  type Stage,
} from '../support';

const administrator = 'admin@timecraft.test';

let stage: Stage;
let admin: Page;

beforeAll(async () => {
  stage = await startStage();
  admin = await stage.newPage();
  await signIn(admin, administrator);
});
afterAll(() => stage.close());

async function invitationFor(username: string): Promise<string> {
  const made = await ask<{ invitation: { token: string } }>(admin, 'POST', '/users', { username, roles: [] });
  return made.invitation.token;
}

async function resetOf(username: string): Promise<string> {
  const { data } = await ask<{ data: { id: string; username: string }[] }>(admin, 'GET', '/users?limit=100');
  const userId = data.find((member) => member.username === username)?.id;
  return (await ask<{ token: string }>(admin, 'POST', '/password-resets', { userId })).token;
}

describe('the link of an invitation', () => {
  it('names the company, who invites, and to whom it is addressed', async () => {
    const page = await stage.newPage();

    await openPlace(page, `/invitation#${await invitationFor('sari@timecraft.test')}`);

    await page.getByText(`${administrator} invites you to Timecraft`).waitFor();
    await page.getByText('The invitation is for sari@timecraft.test and works until').waitFor();
  });

  it('says that it is over once it was used, and shows no form', async () => {
    const page = await stage.newPage();
    const token = await invitationFor('budi@timecraft.test');
    await ask(page, 'POST', '/invitations/redeem', { token, password });

    await openPlace(page, `/invitation#${token}`);

    await page.getByRole('alert').getByText('This link is over').waitFor();
    expect(await page.getByLabel('Password').count()).toBe(0);
    await page.getByRole('alert').getByRole('link', { name: 'I have an account: sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

describe('the link to choose another password', () => {
  it('names whose password it is, and says that it is over once it was used', async () => {
    const page = await stage.newPage();
    const username = 'tono@timecraft.test';
    await ask(page, 'POST', '/invitations/redeem', { token: await invitationFor(username), password });
    const token = await resetOf(username);

    await openPlace(page, `/password-reset#${token}`);
    await page.getByText(`For ${username}.`).waitFor();
    await ask(page, 'POST', '/password-resets/redeem', { token, password: 'a password of his own' });
    await page.reload();

    await page.getByRole('alert').getByText('This link is over').waitFor();
    expect(await page.getByLabel('New password').count()).toBe(0);
  });
});

describe.each(allLooks.filter(({ theme }) => theme === 'light'))(
  'links with tokens in $language, $width pixels wide',
  (look) => {
    it('keep to WCAG 2.2 AA in both themes', async () => {
      const page = await stage.newPage(look);
      const username = `ratna-${look.language}-${look.width}@timecraft.test`;
      const invitation = await invitationFor(username);

      await openPlace(page, `/invitation#${invitation}`);
      await expectNoViolationsIn(look, page);
      await expectNoSidewaysScroll(page);
      await ask(page, 'POST', '/invitations/redeem', { token: invitation, password });
      await openPlace(page, `/password-reset#${await resetOf(username)}`);

      await expectNoViolationsIn(look, page);
      await expectNoSidewaysScroll(page);
      expect(stage.faults()).toEqual([]);
    });
  },
);

describe('where sign-up is closed', () => {
  let closed: Stage;

  beforeAll(async () => {
    closed = await startStage({ SIGN_UP: 'closed' });
  });
  afterAll(() => closed.close());

  it('sign-in has no link to it, and its page no form', async () => {
    const page = await closed.newPage();
    await openPlace(page, '/sign-in');
    expect(await page.getByRole('link', { name: 'Sign up' }).count()).toBe(0);

    await openPlace(page, '/sign-up');

    await page.getByText('Companies cannot sign up here.').waitFor();
    expect(await page.locator('form').count()).toBe(0);
  });

  it('sign-in works as everywhere', async () => {
    const page = await closed.newPage();
    await signIn(page, people.Owner);

    await openPlace(page, '/');

    expect(closed.faults()).toEqual([]);
  });
});
