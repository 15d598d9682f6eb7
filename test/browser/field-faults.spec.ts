import { type Locator, type Page } from 'playwright-core';
import { ask, expectNoViolations, openPlace, password, signIn, startStage, type Stage } from './support';

/* What the server does not accept stands at its field, in the language of who typed it: here in Indonesian. */

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage({ language: 'id' });
  await signIn(page, 'owner@orbit-bookings.test');
  const input = { kind: 'company', name: 'Website' };
  keyId = (await ask<{ key: { id: string } }>(page, 'POST', '/keys', input)).key.id;
});
afterAll(() => stage.close());

let keyId: string;

const dialog = () => page.getByRole('dialog');

/** What a screen reader says of a field beside its label: that it is wrong, and why. And that one is led to it. */
async function expectFault(field: Locator, sentence: string): Promise<void> {
  await page.getByText(sentence).first().waitFor();
  const told = await field.evaluate((input) => ({
    invalid: input.getAttribute('aria-invalid'),
    why: (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
    focused: document.activeElement === input,
  }));
  expect(told).toEqual({ invalid: 'true', why: expect.stringContaining(sentence), focused: true });
}

async function editKey(): Promise<void> {
  await openPlace(page, `/keys/${keyId}`);
  await page.getByRole('button', { name: 'Ubah', exact: true }).click();
}

const save = () => dialog().getByRole('button', { name: 'Simpan' }).click();

it('an invalid address', async () => {
  await editKey();
  await dialog().getByLabel('Alamat yang diizinkan').fill('di mana saja');

  await save();

  await expectFault(
    dialog().getByLabel('Alamat yang diizinkan'),
    'Pakai alamat seperti 203.0.113.7 atau rentang seperti 2001:db8::/32.',
  );
  await expectNoViolations(page);
});

it('an expiry that is over', async () => {
  await editKey();
  await dialog().getByLabel('Tanggal kedaluwarsa').fill('2020-01-01');

  await save();

  await expectFault(dialog().getByLabel('Tanggal kedaluwarsa'), 'Ini sudah lewat.');
});

it('a number that is too high', async () => {
  await openPlace(page, '/settings/security');
  await page.getByRole('button', { name: /^API Key perusahaan/i }).click();
  const rules = page.getByRole('form', { name: /^API Key perusahaan/i });
  await rules.getByLabel('Masa berlaku maksimum dalam hari').fill('9999');

  await rules.getByRole('button', { name: 'Simpan' }).click();

  await expectFault(rules.getByLabel('Masa berlaku maksimum dalam hari'), 'Paling banyak 3650.');
});

it('a name that is taken', async () => {
  await page
    .context()
    .request.post('/api/v1/roles', { data: { name: 'Kasir', permissions: ['company:read'] } });
  await openPlace(page, '/settings/roles');
  await page.getByRole('button', { name: 'Buat peran' }).click();
  await dialog().getByLabel('Nama peran').fill('Kasir');

  await save();

  await expectFault(dialog().getByLabel('Nama peran'), 'Perusahaan sudah punya peran dengan nama ini.');
});

it('a person who is there already', async () => {
  await openPlace(page, '/users');
  await page.getByRole('button', { name: 'Undang pengguna' }).click();
  await dialog().getByLabel('Username').fill('owner@orbit-bookings.test');

  await dialog().getByRole('button', { name: 'Undang', exact: true }).click();

  await expectFault(dialog().getByLabel('Username'), 'Orang ini sudah menjadi anggota perusahaan.');
});

it('a PIN that is easy to guess', async () => {
  await openPlace(page, '/my-settings');
  await page.getByRole('button', { name: /PIN/ }).first().click();
  await dialog().getByLabel('PIN baru').fill('123456');
  await dialog().getByLabel('Password Anda').fill(password);

  await dialog().getByRole('button', { name: /PIN/ }).click();

  await expectFault(dialog().getByLabel('PIN baru'), 'Terlalu mudah ditebak.');
});

it('a short name of a company that another has, before there is an account', async () => {
  const fresh = await stage.newPage({ language: 'id' });
  page = fresh;
  await openPlace(fresh, '/sign-up');
  await fresh.getByLabel('Nama perusahaan').fill('Orbit Bookings');
  await fresh.getByLabel('Username').fill('baru@orbit.test');
  await fresh.getByLabel('Password baru').fill(password);

  await fresh.getByRole('button', { name: 'Buat perusahaan' }).click();

  await expectFault(fresh.getByLabel('Nama singkat'), 'Sudah ada perusahaan dengan nama singkat ini.');
  expect(stage.faults()).toEqual([]);
});
