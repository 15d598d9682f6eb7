import { type Page } from 'playwright-core';
import { wordsIn } from '../dialogs/words';
import {
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolationsInBothThemes,
  onALaptop,
  openPlace,
  signIn,
  startStage,
  type Stage,
} from '../support';

/* Programs get rights of their own: made, given roles and keys, switched off and on, and deleted. */

const owner = 'owner@orbit-bookings.test';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe.each([
  { ...onALaptop, language: 'en' as const },
  { ...asPhone(), language: 'id' as const },
])('a service account, in $language on $width pixels', (look) => {
  const t = wordsIn(look.language);
  const name = `deploy-${look.language}`;
  let page: Page;
  let key: string;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, owner);
    await openPlace(page, '/');
  });
  afterAll(() => page.context().close());

  const dialog = () => page.getByRole('dialog');
  const press = (where: Page | ReturnType<typeof dialog>, label: string): Promise<void> =>
    where
      .getByRole('button', { name: t(label), exact: true })
      .first()
      .click();
  const me = () => stage.restCall({ username: `${name}@orbit-bookings`, key }, '/core/api/v1/me');

  it('is found where people are managed, and made with a role', async () => {
    await page.getByRole('button', { name: t('shell:menu.open'), exact: true }).click();
    await page
      .getByRole('link', { name: t('shell:places.serviceAccounts') })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: t('service-accounts:title') }).waitFor();

    await press(page, 'service-accounts:create.open');
    await dialog().getByLabel(t('service-accounts:name')).fill(name);
    await dialog()
      .getByRole('combobox', { name: t('service-accounts:roles') })
      .click();
    await page.getByRole('option', { name: 'Admin', exact: true }).click();
    await page.keyboard.press('Tab');
    await press(dialog(), 'service-accounts:create.submit');

    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText(`${name}@orbit-bookings`).waitFor();
    await expectNoViolationsInBothThemes(page);
    await expectNoSidewaysScroll(page);
  });

  it('refuses a name that is taken, at its field', async () => {
    await openPlace(page, '/service-accounts');
    await press(page, 'service-accounts:create.open');
    await dialog().getByLabel(t('service-accounts:name')).fill(name);
    await press(dialog(), 'service-accounts:create.submit');

    await dialog().getByText(t('problems:service-account-name-taken')).waitFor();
    await press(dialog(), 'service-accounts:cancel');
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('gets a machine key, which is shown once and works', async () => {
    await press(page, 'service-accounts:keys.create');
    await dialog().getByLabel(t('service-accounts:keys.name')).fill('Pipeline');
    await press(dialog(), 'service-accounts:keys.submit');
    await dialog()
      .getByRole('button', { name: t('patterns:copyWhat', { what: t('patterns:theKey') }) })
      .click();
    key = await copiedText(page);
    await press(dialog(), 'patterns:done');
    await page.getByRole('link', { name: 'Pipeline', exact: true }).waitFor();

    expect(await me()).toMatchObject({ status: 200, body: { username: `${name}@orbit-bookings` } });
    await expectNoSidewaysScroll(page);
  });

  it('is refused while it is switched off, and works again when it is switched on', async () => {
    await press(page, 'service-accounts:deactivate');
    await press(dialog(), 'service-accounts:deactivate');
    await page.getByText(t('patterns:statusDeactivated')).first().waitFor();
    expect((await me()).status).toBe(401);

    await press(page, 'service-accounts:reactivate');
    await page.getByRole('button', { name: t('service-accounts:deactivate'), exact: true }).waitFor();
    expect((await me()).status).toBe(200);
  });

  it('loses a key by itself', async () => {
    await page
      .getByRole('button', {
        name: t('service-accounts:keys.revokeNamed', { name: 'Pipeline' }),
        exact: true,
      })
      .click();
    await press(dialog(), 'keys:revoke.confirm');

    await page.getByText(t('keys:revoke.done', { name: 'Pipeline' })).waitFor();
    expect(await me()).toMatchObject({ status: 401, body: { code: 'revoked' } });
  });

  it('is deleted, and gone from the list', async () => {
    await press(page, 'service-accounts:delete');
    await press(dialog(), 'service-accounts:delete');

    await page.getByRole('heading', { level: 1, name: t('service-accounts:title') }).waitFor();
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0);
    expect(stage.faults()).toEqual([]);
  });
});
