import { type Page } from 'playwright-core';
import {
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolations,
  onALaptop,
  openPlace,
  password,
  signIn,
  startStage,
  type Stage,
} from '../support';

const administrator = 'admin@timecraft.test';
const username = 'user@timecraft.test';

/** In the words of the guide, by someone who has only the guide in hand. Each step begins where the one before ended. */
describe.each([onALaptop, asPhone()])('the guide to personal keys, on $width pixels', (look) => {
  let stage: Stage;
  let admin: Page;
  let user: Page;
  let withKey: Page;
  let key: string;

  beforeAll(async () => {
    stage = await startStage();
    [admin, user, withKey] = await Promise.all([
      stage.newPage(look),
      stage.newPage(look),
      stage.newPage(look),
    ]);
    await signIn(admin, administrator);
    await signIn(user, username);
    await openPlace(admin, '/');
    await openPlace(user, '/');
  });
  afterAll(() => stage.close());

  const fromSettings = async (page: Page, heading: string, place: string): Promise<void> => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('menu').getByText(heading, { exact: true }).waitFor();
    await page.getByRole('menuitem', { name: place }).click();
    await page.getByRole('heading', { level: 1, name: place }).waitFor();
  };

  const saveSettings = async (): Promise<void> => {
    await admin.getByRole('form', { name: 'Security' }).getByRole('button', { name: 'Save' }).click();
  };

  const allowed = () =>
    admin.getByRole('checkbox', { name: 'Allow User API Keys to authenticate API requests' });
  const days = () => admin.getByLabel('Maximum number of days before an API key expires and must be renewed');

  it('begins with API keys off: a user reads whom to ask', async () => {
    await user.getByRole('button', { name: username }).click();
    await user.getByRole('menuitem', { name: 'My settings' }).click();

    await user.getByText('Your company has not turned them on.', { exact: false }).waitFor();
    expect(await user.getByRole('button', { name: 'Create a new API Key' }).count()).toBe(0);
  });

  it('turns them on at Settings, System settings, Security settings', async () => {
    await fromSettings(admin, 'System settings', 'Security settings');
    await admin.getByRole('heading', { name: 'Security', exact: true }).waitFor();
    await admin
      .getByText('Can be used in lieu of passwords for service integrations such as with Zapier.')
      .waitFor();
    await admin.getByText('Default and Max is 180 days but this can be set to a shorter time.').waitFor();
    expect(await days().inputValue()).toBe('180');

    await allowed().check();
    await days().fill('90');
    await saveSettings();

    await admin.getByText('Saved', { exact: true }).waitFor();
    await expectNoViolations(admin);
  });

  it('refuses a longer time at the field', async () => {
    await days().fill('181');
    await saveSettings();

    await admin.getByText('At most 180.').waitFor();
    await days().fill('90');
  });

  it('asks before a change that is not saved is lost', async () => {
    await days().fill('60');
    await admin.getByRole('link', { name: 'Kunci, to the overview' }).click();
    const question = admin.getByRole('dialog', { name: 'Leave without saving?' });
    await expectNoViolations(admin);
    await question.getByRole('button', { name: 'Stay on this page' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await days().inputValue()).toBe('60');

    const [closing] = await Promise.all([
      admin.waitForEvent('dialog'),
      admin.close({ runBeforeUnload: true }),
    ]);
    expect(closing.type()).toBe('beforeunload');
    await closing.dismiss();

    await admin.getByRole('link', { name: 'Kunci, to the overview' }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Timecraft' }).waitFor();
  });

  it('finds the two roles at Manage fields and roles, Customize system roles', async () => {
    await fromSettings(admin, 'Manage fields and roles', 'Customize system roles');

    await admin.getByRole('heading', { name: /^API Key Sign In/ }).waitFor();
    await admin.getByRole('button', { name: /^API Key Generate/ }).click();
    await admin.getByText('Own personal keys').first().waitFor();
    await expectNoViolations(admin);
  });

  it('gives them at Manage, User Accounts, Manage Users', async () => {
    await admin.getByRole('button', { name: 'Menu', exact: true }).click();
    await admin.getByRole('heading', { name: 'User Accounts' }).waitFor();
    await admin.getByRole('link', { name: 'Manage Users' }).click();
    await admin.getByRole('link', { name: username }).click();
    await admin.getByRole('heading', { level: 1, name: username }).waitFor();

    const roles = admin.getByRole('combobox', { name: 'Roles' });
    await roles.click();
    await admin.getByRole('option', { name: 'API Key Generate' }).click();
    await admin.getByRole('option', { name: 'API Key Sign In' }).click();
    await expectNoViolations(admin);
    await roles.press('Escape');
    await admin.getByRole('button', { name: 'Save' }).click();

    await admin.getByText('Saved', { exact: true }).waitFor();
    await expectNoSidewaysScroll(admin);
  });

  it('makes a key in My settings, under Security and Identity', async () => {
    await openPlace(user, '/');
    await user.getByRole('button', { name: username }).click();
    await user.getByRole('menuitem', { name: 'My settings' }).click();
    await user.getByRole('heading', { name: 'Security and Identity' }).scrollIntoViewIfNeeded();
    await user.getByRole('button', { name: 'Create a new API Key' }).click();

    const form = user.getByRole('dialog', { name: 'Create a new API Key' });
    await form.getByLabel('Name (optional)').fill('Zapier');
    await form.getByText('Left empty, the key works as long as that.').waitFor();
    const expiry = form.getByLabel('Expiration date');
    const last = await expiry.getAttribute('max');
    await expiry.fill(last ?? '');
    await expectNoViolations(user);
    await form.getByRole('button', { name: 'OK' }).click();

    const made = user.getByRole('dialog', { name: 'Your new key' });
    await made.getByRole('button', { name: 'Copy: the key' }).click();
    key = await copiedText(user);
    expect(key).toMatch(/^kunci_\w{38}$/);
    await made.getByText('Use it to sign in').waitFor();
    await made.getByText(username).first().waitFor();
    await made.getByText(`-u '${username}:${key}'`).waitFor();
    await made.getByText('The key works until').waitFor();
    await expectNoViolations(user);
    await made.getByRole('button', { name: 'Done', exact: true }).click();
    await user.getByRole('link', { name: 'Zapier', exact: true }).waitFor();
    expect(await user.content()).not.toContain(key);
  });

  it('says how to use it, as Zapier wants it', async () => {
    await user.getByRole('button', { name: 'Use it to sign in' }).click();
    const steps = user.getByRole('region', { name: 'Use it to sign in' });

    await steps.getByText(`${stage.server.address}/core/api/v1/me`).first().waitFor();
    await steps.getByText(username).first().waitFor();
    await expectNoViolations(user);
    await expectNoSidewaysScroll(user);
  });

  it('ends with username and key instead of the password', async () => {
    const me = await stage.restCall({ username, key }, '/core/api/v1/me');
    const invoices = await stage.restCall({ username, key });

    expect(me).toMatchObject({ status: 200, body: { username, companyName: 'Timecraft' } });
    expect(invoices.status).toBe(200);
    expect(invoices.body.data).toHaveLength(3);
    expect((await stage.restCall({ username, key: password })).status).toBe(401);
  });

  it('lets them into the console to look, not to change', async () => {
    await withKey.goto('/sign-in');
    await withKey.getByLabel('Username').fill(username);
    await withKey.getByLabel('Password or API key').fill(key);
    await withKey.getByRole('button', { name: 'Sign in', exact: true }).click();
    await withKey.getByText('You signed in with an API key', { exact: false }).waitFor();

    await openPlace(withKey, '/my-settings');

    await withKey.getByText('only after signing in with your password', { exact: false }).waitFor();
    await withKey.getByRole('link', { name: 'Zapier', exact: true }).waitFor();
    const buttons = withKey.getByRole('main').getByRole('button');
    expect(await buttons.filter({ hasNotText: 'Copy' }).filter({ hasText: /\w/ }).allInnerTexts()).toEqual(
      [],
    );
    await expectNoViolations(withKey);
  });

  it('says how many keys a shorter time caps, before it is saved', async () => {
    await fromSettings(admin, 'System settings', 'Security settings');
    await days().fill('30');
    await admin.getByText('1 key that works now will expire earlier.').waitFor();
    await saveSettings();

    const dialog = admin.getByRole('dialog', { name: 'This affects keys that work now' });
    await dialog.getByText('1 key that works now will expire earlier.').waitFor();
    await expectNoViolations(admin);
    await dialog.getByRole('button', { name: 'Save anyway' }).click();

    await admin.getByText('Saved', { exact: true }).waitFor();
    expect((await stage.restCall({ username, key })).status).toBe(200);
  });

  it('refuses the key when API keys are turned off again', async () => {
    await allowed().uncheck();
    await saveSettings();
    await admin.getByText('All keys of this kind stop working at once.', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Save anyway' }).click();
    await admin.getByText('Saved', { exact: true }).waitFor();

    expect(await stage.restCall({ username, key })).toMatchObject({
      status: 401,
      body: { code: 'disabled' },
    });
    await withKey.goto('/my-settings');
    await withKey.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(stage.faults()).toEqual([]);
  });

  it('ends permanently when its owner revokes it', async () => {
    await allowed().check();
    await saveSettings();
    await admin.getByText('Saved', { exact: true }).waitFor();
    await openPlace(user, '/my-settings');

    await user.getByRole('button', { name: 'Revoke Zapier' }).click();
    const dialog = user.getByRole('dialog');
    await dialog.getByText('Zapier').first().waitFor();
    await expectNoViolations(user);
    await dialog.getByRole('button', { name: 'Revoke' }).click();

    await user.getByText('Revoked', { exact: true }).first().waitFor();
    expect(await stage.restCall({ username, key })).toMatchObject({ status: 401, body: { code: 'revoked' } });
  });

  it('keeps its history, which its owner may read', async () => {
    await user.getByRole('link', { name: 'Zapier', exact: true }).click();
    const history = user.getByRole('region', { name: 'History' });
    await history.getByText('Revoked', { exact: true }).waitFor();
    await history.getByText('Made', { exact: true }).waitFor();
    await expectNoViolations(user);
  });
});
