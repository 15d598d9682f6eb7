import { type Locator, type Page } from 'playwright-core';
import { allow } from '../dialogs/calls';
import { wordsIn } from '../dialogs/words';
import {
  ask,
  asPhone,
  expectNoSidewaysScroll,
  expectNoViolations,
  expectNoViolationsInBothThemes,
  onALaptop,
  openPlace,
  signIn,
  startStage,
  type Stage,
} from '../support';

/* A key that may do less than everything, in the form where keys are made; the guides’ short way through the form stays as it is. */

const owner = 'owner@orbit-bookings.test';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

interface Key {
  readonly id: string;
  readonly environment: string;
  readonly permissions: readonly string[];
  readonly allowedAddresses: readonly string[];
  readonly rateLimits: readonly { readonly limit: number; readonly windowSeconds: number }[];
  readonly quota: { readonly limit: number; readonly refill: string } | null;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly expiresAt: string | null;
}

/** Counts presses of the pointer from now on. */
async function clicksFrom(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { presses: 0 });
    window.addEventListener(
      'pointerdown',
      () => Object.assign(window, { presses: Number(Reflect.get(window, 'presses')) + 1 }),
      true,
    );
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'presses')));
}

describe.each([
  { ...onALaptop, language: 'en' as const },
  { ...asPhone(), language: 'id' as const },
])('a key with less than everything, in $language on $width pixels', (look) => {
  const t = wordsIn(look.language);
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, owner);
    await allow(page, 'company', { visibility: 'recoverable' });
  });
  afterAll(() => page.context().close());

  const dialog = (): Locator => page.getByRole('dialog');
  const press = (label: string, where: Page | Locator = dialog()): Promise<void> =>
    where.getByRole('button', { name: label, exact: true }).first().click();
  const choose = (label: string): Promise<void> =>
    dialog().getByRole('radio', { name: label, exact: true }).check();
  const keyNamed = async (name: string): Promise<Key> => {
    const { data } = await ask<{ data: Key[] }>(page, 'GET', `/keys?q=${encodeURIComponent(name)}`);
    const [key] = data;
    if (key === undefined) throw new Error(`There is no key ${name}.`);
    return key;
  };

  async function openForm(name: string): Promise<void> {
    await press(t('api-keys:create'), page);
    await dialog().getByLabel(t('api-keys:keyName')).fill(name);
  }

  /** The company can show its keys again, so nobody is asked whether this one is saved. */
  async function leaveKey(): Promise<void> {
    await press(t('patterns:done'));
    await dialog().waitFor({ state: 'hidden' });
  }

  it('that may only read takes at most five clicks, from the page to the key', async () => {
    await openPlace(page, '/api-keys');
    const clicks = await clicksFrom(page);

    await openForm(`Reader ${look.language}`);
    await press(t('keys:limitFold.title'));
    await choose(t('key-form:permissions.readOnly'));
    await press(t('api-keys:generate'));
    await dialog().getByText(t('patterns:keyCreated')).waitFor();

    expect(await clicks()).toBeLessThanOrEqual(5);
    const { permissions } = await keyNamed(`Reader ${look.language}`);
    expect(permissions).toContain('sales-invoices:read');
    expect(permissions.filter((name) => !name.endsWith(':read'))).toEqual([]);
    await leaveKey();
  });

  it('gets every limit that the form has, and the same as another key', async () => {
    await openPlace(page, '/api-keys');
    await openForm(`Limited ${look.language}`);
    await press(t('keys:limitFold.title'));
    await press(t('keys:expiry.days', { count: 30 }));
    await choose(t('key-form:permissions.sameAs'));
    await dialog()
      .getByLabel(t('key-form:permissions.otherKey'), { exact: true })
      .selectOption({ label: `Reader ${look.language}` });
    await choose(t('key-form:environment.test'));
    await dialog().getByRole('button', { name: '127.0.0.1' }).click();
    await press(t('key:edit.addRate'));
    await dialog().getByLabel(t('key:edit.quota')).fill('1000');
    await dialog().getByLabel(t('key:edit.refill')).selectOption('day');
    await dialog().getByLabel(t('key:edit.description')).fill('Reads invoices');
    await expectNoViolationsInBothThemes(page);
    await expectNoSidewaysScroll(page);
    await press(t('api-keys:generate'));
    await leaveKey();

    const key = await keyNamed(`Limited ${look.language}`);
    expect(key).toMatchObject({
      environment: 'test',
      permissions: (await keyNamed(`Reader ${look.language}`)).permissions,
      allowedAddresses: ['127.0.0.1'],
      rateLimits: [{ limit: 60, windowSeconds: 60 }],
      quota: { limit: 1000, refill: 'day' },
      description: 'Reads invoices',
    });
    const lastsDays = (Date.parse(key.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.floor(lastsDays)).toBe(30);
  });

  it('says what is wrong at the field, and loses nothing that was typed', async () => {
    await openPlace(page, '/api-keys');
    await openForm(`Kept ${look.language}`);
    await press(t('keys:limitFold.title'));
    await dialog().getByLabel(t('key:edit.addresses')).fill('nowhere');
    await press(t('keys:limitFold.title'));
    await dialog().getByText(t('keys:limitFold.limited')).waitFor();

    await press(t('api-keys:generate'));

    await dialog().getByText(t('forms:format.address-or-block')).waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await press(t('shell:leave.stay'));
    expect(await dialog().getByLabel(t('api-keys:keyName')).inputValue()).toBe(`Kept ${look.language}`);
    expect(await dialog().getByLabel(t('key:edit.addresses')).inputValue()).toBe('nowhere');
    await press(t('keys:cancel'));
    await dialog().waitFor({ state: 'hidden' });
  });

  it('can be given less later, and notes, on its own page', async () => {
    const { key } = await ask<{ key: Key }>(page, 'POST', '/keys', {
      kind: 'company',
      name: `Edited ${look.language}`,
      metadata: { seats: 12 },
    });
    await openPlace(page, `/keys/${key.id}`);
    await press(t('key:edit.action'), page);
    await choose(t('key-form:permissions.chosen'));
    const checked = dialog().getByRole('checkbox', { checked: true });
    for (let left = await checked.count(); left > 0; left -= 1) await checked.first().uncheck();
    await dialog()
      .getByRole('checkbox', { name: t('permissions:may.invoicesRead') })
      .check();
    await press(t('key-form:metadata.add'));
    await dialog().getByLabel(t('key-form:metadata.name')).last().fill('team');
    await dialog().getByLabel(t('key-form:metadata.value')).last().fill('Billing');
    await expectNoViolationsInBothThemes(page);
    await expectNoSidewaysScroll(page);
    await press(t('key:edit.save'));
    await dialog().waitFor({ state: 'hidden' });

    expect(await keyNamed(`Edited ${look.language}`)).toMatchObject({
      permissions: ['sales-invoices:read'],
      metadata: { seats: 12, team: 'Billing' },
    });
    expect(stage.faults()).toEqual([]);
  });
});
