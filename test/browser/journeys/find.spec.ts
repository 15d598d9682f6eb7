import { type Page } from 'playwright-core';
import { allow, makeKey } from '../dialogs/calls';
import { wordsIn } from '../dialogs/words';
import {
  asPhone,
  ask,
  expectNoSidewaysScroll,
  expectNoViolations,
  onALaptop,
  openPlace,
  people,
  signIn,
  startStage,
  type Stage,
} from '../support';

/* Anything that somebody has in hand, typed or pasted in one place, wherever they are. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const looks = [onALaptop, { ...asPhone(), language: 'id' } as const];

describe.each(looks)('the search for anything, in $language on $width pixels', (look) => {
  const t = wordsIn(look.language);
  let page: Page;
  let asked: string[];

  beforeAll(async () => {
    page = await stage.newPage(look);
    asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await signIn(page, people.Owner);
    await allow(page, 'company');
    await ask(page, 'PATCH', '/settings', { keys: { company: { maxActive: null } } });
  });
  beforeEach(() => openPlace(page, '/usage'));
  afterAll(() => page.context().close());

  const field = () => page.getByRole('combobox', { name: t('find:label') });
  const option = (name: string | RegExp) => page.getByRole('option', { name });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });

  async function openIt(): Promise<void> {
    await page.keyboard.press('Control+k');
    await field().waitFor();
  }

  it('finds a page, a key by its name, its mask or its id, and a person, by the keyboard alone', async () => {
    const name = `Kiosk ${look.width}`;
    const { id } = await makeKey(page, 'company', name);
    const key = await ask<{ start: string; last4: string }>(page, 'GET', `/keys/${id}`);

    for (const typed of ['kios', `${key.start}…${key.last4}`, id]) {
      await openPlace(page, '/usage');
      await openIt();
      await page.keyboard.insertText(typed);
      await option(new RegExp(`^${name}`))
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await heading(name).waitFor();
    }
    await openIt();
    await page.keyboard.insertText(t('shell:places.auditTrail'));
    await option(t('shell:places.auditTrail')).waitFor();
    await page.keyboard.press('Enter');
    await heading(t('shell:places.auditTrail')).waitFor();
    await openIt();
    await page.keyboard.insertText('member@');
    await option('member@super-murah-shirt.test').waitFor();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'hidden' });
  });

  it('begins what one wants to do', async () => {
    await page.getByRole('button', { name: t('shell:find') }).click();
    await field().fill(t('find:act.createKey'));
    await option(t('find:act.createKey')).first().click();

    await page.waitForURL('**/api-keys');
  });

  it('ends a leaked key everywhere within two presses and ten seconds, and keeps nothing of it', async () => {
    const { name, secret } = await makeKey(page, 'company', `Leak ${look.width}`);
    await openPlace(page, '/usage');
    asked = [];
    const began = Date.now();

    await openIt();
    await page.keyboard.insertText(`API_KEY="${secret}"`);
    await page.getByRole('button', { name: t('keys:lookup.revoke') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('keys:leak.confirm') })
      .click();
    await page.getByText(t('keys:leak.done', { name })).waitFor();

    expect(Date.now() - began).toBeLessThan(10_000);
    expect((await stage.restCall(secret)).status).toBe(401);
    expect(await field().inputValue()).toBe('');
    expect(asked.filter((url) => url.includes(secret.slice(10)))).toEqual([]);
    expect(await page.content()).not.toContain(secret.slice(10, -4));
    expect(stage.faults()).toEqual([]);
  });
});
