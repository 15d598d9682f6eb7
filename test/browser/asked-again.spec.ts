import { type Page } from 'playwright-core';
import { copiedText, openPlace, people, pin, settled, signIn, startStage, type Stage } from './support';

/* What the console asks before something that matters: a proof, or whether one is sure. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe('the PIN', () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, people.Superadmin);
    await openPlace(page, '/developer-option');
  });
  afterAll(() => page.context().close());

  const asking = () => page.getByRole('dialog', { name: 'Confirm with your PIN' });
  const field = () => asking().getByLabel('PIN', { exact: true });

  async function generate(name: string): Promise<void> {
    const product = page.getByRole('region', { name });
    await product.getByRole('button', { name: 'Generate', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await field().waitFor();
  }

  it('is taken as it is pasted, blanks and all', async () => {
    await generate('Disbursement');
    await pasteable(page, ` ${pin.slice(0, 3)} ${pin.slice(3)} `);
    await field().focus();
    await page.keyboard.press('ControlOrMeta+V');
    expect(await field().inputValue()).not.toBe('');

    await page.keyboard.press('Enter');

    const made = page.getByRole('dialog', { name: 'Your new API key' });
    await made.getByRole('button', { name: 'Copy: the key' }).click();
    expect(await stage.restCall(await copiedText(page))).toMatchObject({ status: 200 });
    await made.getByRole('button', { name: 'Done' }).click();
  });

  it('tells how many attempts are left, and then until when it is locked', async () => {
    await generate('Payment Link');
    for (const left of [4, 3, 2, 1]) {
      await field().fill('135790');
      await asking().getByRole('button', { name: 'Confirm' }).click();
      await asking().getByText(`Attempts left: ${left}.`).waitFor();
      // Ready for the next attempt.
      expect(await field().inputValue()).toBe('');
      expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
    }

    await field().fill('135790');
    const before = Date.now();
    await asking().getByRole('button', { name: 'Confirm' }).click();

    const lock = asking().getByRole('alert').filter({ hasText: 'Too many wrong attempts' });
    const [, until = ''] = /locked until (\d+:\d\d [AP]M)/.exec(plain(await lock.innerText())) ?? [];
    const minutes = [14, 15, 16].map((after) => clockIn(before + after * 60_000));
    expect(minutes).toContain(until);
    await lock.getByText(/^Try again in 1[45]:\d\d\.$/).waitFor();
  });

  it('is not taken while it is locked, even the right one', async () => {
    expect(await asking().getByRole('button', { name: 'Confirm' }).isEnabled()).toBe(false);
    expect(await field().isEditable()).toBe(false);
    await asking().getByRole('button', { name: 'Cancel' }).click();
    await asking().waitFor({ state: 'hidden' });

    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await field().fill(pin);
    await asking().getByRole('button', { name: 'Confirm' }).click();

    await asking().getByRole('alert').filter({ hasText: 'Too many wrong attempts' }).waitFor();
  });
});

/** Puts text where Paste takes it from, as someone does who copies it elsewhere. */
async function pasteable(page: Page, text: string): Promise<void> {
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent('<textarea></textarea>');
  await elsewhere.locator('textarea').fill(text);
  await elsewhere.locator('textarea').selectText();
  await elsewhere.keyboard.press('ControlOrMeta+C');
  await elsewhere.close();
  await page.bringToFront();
}

/** As the console shows times to these browsers, which are in Jakarta. */
function clockIn(atMs: number): string {
  const format = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'Asia/Jakarta' });
  return plain(format.format(atMs));
}

/** With one kind of blank: before AM stands a narrow one. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}

describe('the question before a key ends', () => {
  const dayMs = 86_400_000;
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Delete this key?' });
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage();
    await signIn(page, 'owner@orbit-bookings.test');
    const { request } = page.context();
    for (const name of ['Used', 'Unused']) {
      const made = await request.post('/api/v1/keys', { data: { kind: 'company', name } });
      const { secret } = (await made.json()) as { secret: string };
      if (name === 'Used') await stage.restCall(secret);
    }
    await openPlace(page, '/keys?q=Used');
    await page.getByRole('link', { name: 'Used' }).click();
    // The use is written a moment later, and the page follows by itself.
    await page.getByText('Never used').waitFor({ state: 'detached' });
  });
  afterAll(() => page.context().close());

  async function ask(page: Page, name: string): Promise<void> {
    await openPlace(page, '/api-keys');
    await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click();
    await dialog(page).getByText(name, { exact: true }).waitFor();
    await settled(page);
  }

  it('warns of a key that was used in the last seven days', async () => {
    await ask(page, 'Used');

    await dialog(page).getByText('Whatever still uses it will stop working.').waitFor();
  });

  it('has the focus on Cancel, so that Enter ends nothing', async () => {
    const cancel = dialog(page).getByRole('button', { name: 'Cancel' });
    expect(await cancel.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');

    await dialog(page).waitFor({ state: 'hidden' });
    await openPlace(page, '/api-keys');
    await page.getByRole('link', { name: 'Used', exact: true }).waitFor();
  });

  it('does not warn of one that never was, nor of one that was used eight days ago', async () => {
    await ask(page, 'Unused');
    expect(await dialog(page).getByText('Whatever still uses it').count()).toBe(0);

    const later = await page.context().newPage();
    await later.clock.setFixedTime(Date.now() + 8 * dayMs);
    await ask(later, 'Used');

    expect(await dialog(later).getByText('Whatever still uses it').count()).toBe(0);
    expect(stage.faults()).toEqual([]);
  });
});
