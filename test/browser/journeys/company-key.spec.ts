import { type Page } from 'playwright-core';
import english from '../../../console/src/locales/en/api-credentials.json';
import indonesian from '../../../console/src/locales/id/api-credentials.json';
import {
  asPhone,
  copiedText,
  expectNoSidewaysScroll,
  expectNoViolations,
  type Look,
  onALaptop,
  openPlace,
  password,
  people,
  settled,
  signIn,
  type Stage,
  startStage,
} from '../support';

/*
 * Cara Melakukan Integrasi Melalui API Key, word for word: a company's one key is shown, removed with the password, and made
 * again. The server of these tests is one, and each test ends with a key that works, where the next begins.
 */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const looks: readonly (Look & { readonly words: typeof english })[] = [
  { ...onALaptop, language: 'id', words: indonesian },
  { ...asPhone(), language: 'id', words: indonesian },
  { ...onALaptop, words: english },
  { ...asPhone(), words: english },
];

/** The dialog that is open. */
const dialogOf = (page: Page) => page.getByRole('dialog');

/** On a phone the buttons say their names to screen readers only; they are found by them all the same. */
async function openCredentials(page: Page): Promise<void> {
  await openPlace(page, '/');
  await page.getByRole('button', { name: 'Super Murah Shirt' }).click();
  await page.getByRole('menuitem', { name: 'API Credentials' }).click();
  await page.getByRole('heading', { level: 1, name: 'API Credentials' }).waitFor();
  await settled(page);
}

/** What stands where the key is shown. */
async function shownKey(page: Page, words: typeof english): Promise<string> {
  const group = page.getByRole('group', { name: words.yourKey });
  await group.getByRole('button', { name: words.show }).click();
  await group.getByRole('button', { name: words.hide }).waitFor();
  return group.locator('code').innerText();
}

describe.each(looks)('the company key, in $language on $width pixels', ({ words, ...look }) => {
  let page: Page;
  let oldKey: string;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, people.Owner);
  });
  afterAll(() => page.context().close());

  it('is behind the company’s name › API Credentials, shown by its eye, and opens the invoices', async () => {
    await openCredentials(page);

    oldKey = await shownKey(page, words);

    expect(oldKey).toMatch(/^[0-9a-f]{32}$/);
    expect(await stage.restCall(oldKey)).toMatchObject({ status: 200 });
    await expectNoSidewaysScroll(page);
  });

  it('hides again, and is copied as it is', async () => {
    const group = page.getByRole('group', { name: words.yourKey });
    await group.getByRole('button', { name: words.hide }).click();

    await group.getByRole('button', { name: words.yourKey }).click();

    await group.getByRole('button', { name: look.language === 'id' ? 'Tersalin' : 'Copied' }).waitFor();
    expect(await copiedText(page)).toBe(oldKey);
    expect(await group.locator('code').innerText()).not.toContain(oldKey);
  });

  it('comes with an example of this server, and the way to the documentation', async () => {
    await page.getByText(`${stage.server.address}/core/api/v1/sales_invoices`, { exact: true }).waitFor();

    const docs = page.getByRole('link', { name: words.docs });

    expect(await docs.evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${stage.server.address}/docs`);
  });

  it('is not removed with a wrong password, which says how many attempts are left', async () => {
    await page.getByRole('button', { name: words.remove }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('heading', { name: words.removal.heading }).waitFor();
    await expectNoViolations(page);
    expect(await dialog.innerText()).toContain('Super Murah Shirt');

    await dialog.getByLabel('Password', { exact: true }).fill('not the password');
    await dialog.getByRole('button', { name: words.removal.confirm }).click();

    await dialog.getByText(/: 4\./).waitFor();
    expect(await stage.restCall(oldKey)).toMatchObject({ status: 200 });
  });

  it('is removed with the password, and opens nothing from then on', async () => {
    const dialog = dialogOf(page);
    await dialog.getByLabel('Password', { exact: true }).fill(password);

    await dialog.getByRole('button', { name: words.removal.confirm }).click();

    await page.getByText(words.removed).waitFor();
    expect(await stage.restCall(oldKey)).toMatchObject({ status: 401, body: { code: 'revoked' } });
    await expectNoViolations(page);
  });

  it('is created again, once however often the button is clicked, and works', async () => {
    await page.getByRole('button', { name: words.createNew }).dblclick();
    const dialog = dialogOf(page);
    await dialog.waitFor();
    await expectNoViolations(page);
    const made = await dialog.locator('code').first().innerText();
    await dialog.getByRole('button', { name: look.language === 'id' ? 'Selesai' : 'Done' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const shown = await shownKey(page, words);

    expect(shown).toBe(made);
    expect(shown).not.toBe(oldKey);
    expect(await stage.restCall(shown)).toMatchObject({ status: 200 });
    const answer = await page.context().request.get('/api/v1/keys?kind=company&status=active');
    expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(1);
    expect(stage.faults()).toEqual([]);
  });
});

it('has the words of the guide', () => {
  expect(indonesian).toMatchObject({
    show: 'Show Password',
    remove: 'HAPUS AKSES',
    removed: 'Anda telah menghapus API Key yang lama. Buat baru sekarang.',
    createNew: 'Buat Baru',
    docs: 'KUNJUNGI DOKUMENTASI API',
    removal: { title: 'Kredensial', heading: 'Konfirmasi Hapus API Key', confirm: 'Konfirmasi' },
  });
});

it('is for the Owner: a Member has no API Credentials', async () => {
  const page = await stage.newPage();
  await signIn(page, people.Member);
  await openPlace(page, '/');

  await page.getByRole('button', { name: 'Super Murah Shirt' }).click();

  await page.getByRole('menuitem').first().waitFor();
  expect(await page.getByRole('menuitem', { name: 'API Credentials' }).count()).toBe(0);
  await page.context().close();
});
