import { type Locator, type Page } from 'playwright-core';
import { allow } from '../dialogs/calls';
import { wordsIn } from '../dialogs/words';
import {
  ask,
  asPhone,
  type Look,
  onALaptop,
  openPlace,
  signIn,
  startStage,
  type Stage,
  takeKeyRoles,
} from '../support';
import { dayIn, daysAfter, dayText, momentIn, nextClockChange } from './calendar';

/* The day that is picked is the day that is shown, everywhere and wherever someone is, and the key works until that day ends where the company is. */

const owner = 'owner@orbit-bookings.test';
const maxLifetimeDays = 90;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const inIndonesian = { ...onALaptop, language: 'id' } as const;
/** Where the company is, and where its owner is. */
const places: readonly (Look & { readonly zone: string })[] = [
  { ...asPhone(inIndonesian), zone: 'Asia/Jakarta', timeZone: 'Asia/Jakarta' },
  { ...onALaptop, zone: 'America/Los_Angeles', timeZone: 'Asia/Jakarta' },
  { ...asPhone(), zone: 'Pacific/Kiritimati', timeZone: 'America/Los_Angeles' },
  { ...inIndonesian, zone: 'Asia/Kolkata', timeZone: 'Pacific/Kiritimati' },
];

interface Made {
  readonly id: string;
  readonly expiresAt: string;
}

describe.each(places)('a day in $zone that is picked in $timeZone, in $language on $width pixels', (look) => {
  const { zone, language } = look;
  const t = wordsIn(language);
  let page: Page;
  let today: string;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, owner);
    await takeKeyRoles(page);
    await ask(page, 'PATCH', '/settings', { timeZone: zone });
    await allow(page, 'personal', { maxLifetimeDays });
    await allow(page, 'company');
    today = dayIn(zone, new Date());
  });
  afterAll(() => page.context().close());

  const dialog = () => page.getByRole('dialog');
  const press = (where: Page | Locator, key: string) =>
    where
      .getByRole('button', { name: t(key), exact: true })
      .first()
      .click();
  const keyNamed = async (name: string): Promise<Made> => {
    const { data } = await ask<{ data: Made[] }>(page, 'GET', `/keys?q=${encodeURIComponent(name)}`);
    const [key] = data;
    if (key === undefined) throw new Error(`There is no key ${name}.`);
    return key;
  };

  /** Makes a personal key for this day, and returns what its dialog says. */
  async function createUntil(name: string, pick: (field: Locator) => Promise<string>): Promise<string> {
    await openPlace(page, '/my-settings');
    await press(page, 'my-settings:identity.create');
    await dialog().getByLabel(t('my-settings:identity.name')).fill(name);
    const field = dialog().getByLabel(t('my-settings:identity.expires'));
    await field.fill(await pick(field));
    await dialog()
      .getByText(new RegExp(`, ${zone}$`))
      .waitFor();
    await press(dialog(), 'my-settings:identity.ok');
    await dialog().getByText(t('patterns:shownAgain')).waitFor();
    const said = await dialog().innerText();
    await press(dialog(), 'patterns:done');
    return said;
  }

  /** Moves the expiry of a key, on its page. */
  async function editUntil(id: string, day: string): Promise<void> {
    await openPlace(page, `/keys/${id}`);
    await press(page, 'key:edit.action');
    await dialog().getByLabel(t('key:edit.expiresAt')).fill(day);
    await press(dialog(), 'key:edit.save');
    await dialog().waitFor({ state: 'hidden' });
  }

  it('is shown in the dialog with the key, in the list, and on the key’s page', async () => {
    const day = daysAfter(today, 30);

    const said = await createUntil(`Until ${zone}`, () => Promise.resolve(day));

    const { id, expiresAt } = await keyNamed(`Until ${zone}`);
    expect(momentIn(zone, expiresAt)).toBe(`${day} 23:59:59`);
    expect(said).toContain(dayText(day, language));
    await openPlace(page, `/keys?q=${encodeURIComponent(`Until ${zone}`)}`);
    await page.getByText(dayText(day, language), { exact: true }).first().waitFor();
    await openPlace(page, `/keys/${id}`);
    await page.getByText(dayText(day, language), { exact: true }).first().waitFor();
    await page.getByText(new RegExp(`^${dayText(day, language)}, .*, ${zone}$`)).waitFor();
  });

  it('is in the form that edits the key, and does not change when something else is changed there', async () => {
    const day = daysAfter(today, 40);
    const { key } = await ask<{ key: Made }>(page, 'POST', '/keys', { kind: 'company', name: 'Edited' });
    await editUntil(key.id, day);
    const { expiresAt } = await ask<Made>(page, 'GET', `/keys/${key.id}`);
    expect(momentIn(zone, expiresAt)).toBe(`${day} 23:59:59`);

    await press(page, 'key:edit.action');
    expect(await dialog().getByLabel(t('key:edit.expiresAt')).inputValue()).toBe(day);
    await dialog().getByLabel(t('key:edit.name')).fill('Edited twice');
    await press(dialog(), 'key:edit.save');
    await dialog().waitFor({ state: 'hidden' });

    expect((await ask<Made>(page, 'GET', `/keys/${key.id}`)).expiresAt).toBe(expiresAt);
  });

  it('may be today, until the end of it', async () => {
    await createUntil(`Today ${zone}`, async (field) => (await field.getAttribute('min')) ?? '');

    const { expiresAt } = await keyNamed(`Today ${zone}`);
    expect(momentIn(zone, expiresAt)).toBe(`${today} 23:59:59`);
  });

  it('may be the last one that the policy allows, and is that then', async () => {
    let last = '';
    const said = await createUntil(`Last ${zone}`, async (field) => {
      last = (await field.getAttribute('max')) ?? '';
      return last;
    });

    const { id, expiresAt } = await keyNamed(`Last ${zone}`);
    expect(last).toBe(dayIn(zone, new Date(Date.now() + maxLifetimeDays * 86_400_000)));
    expect(momentIn(zone, expiresAt).slice(0, 10)).toBe(last);
    expect(said).toContain(dayText(last, language));
    await editUntil(id, daysAfter(today, 10));
    // The limit counts from when the key was made, and not from today.
    await editUntil(id, last);
    const again = (await ask<Made>(page, 'GET', `/keys/${id}`)).expiresAt;
    expect(momentIn(zone, again).slice(0, 10)).toBe(last);
  });

  it('is shown in the audit trail as it was picked', async () => {
    const day = daysAfter(today, 50);
    const name = `Trail ${zone}`;
    const { key } = await ask<{ key: Made }>(page, 'POST', '/keys', { kind: 'company', name });
    await editUntil(key.id, day);

    await openPlace(page, `/audit-trail?type=key.updated&target=${key.id}&from=${today}&to=${today}`);
    await page.getByText(t('audit-trail:details'), { exact: true }).first().click();

    await page.getByText(t('audit-trail:fact.expiresAt'), { exact: true }).first().waitFor();
    expect(await page.getByRole('main').innerText()).toContain(dayText(day, language));
    await openPlace(page, `/audit-trail?target=${key.id}&to=${daysAfter(today, -1)}`);
    await page.getByText(t('audit-trail:nothing')).waitFor();
  });
});

describe.each(['March', 'October'] as const)('the day in %s on which Berlin moves its clocks', (month) => {
  it('ends at midnight there', async () => {
    const timeZone = 'Europe/Berlin';
    const page = await stage.newPage();
    await signIn(page, owner);
    await ask(page, 'PATCH', '/settings', { timeZone });
    await page.reload();
    const day = nextClockChange(month, new Date());
    const name = `Clock change in ${month}`;
    const { key } = await ask<{ key: Made }>(page, 'POST', '/keys', { kind: 'company', name });
    await openPlace(page, `/keys/${key.id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByLabel('Expiration date').fill(day);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    const { expiresAt } = await ask<Made>(page, 'GET', `/keys/${key.id}`);
    expect(momentIn(timeZone, expiresAt)).toBe(`${day} 23:59:59`);
    await page.getByText(dayText(day, 'en'), { exact: true }).first().waitFor();
    expect(stage.faults()).toEqual([]);
    await page.context().close();
  });
});
