import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/* Everyday work in the list of all keys: find some, come back to them, act on several, take them along. */

const names = Array.from({ length: 45 }, (_, number) => `Till ${String(number).padStart(2, '0')}`);

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  const page = await stage.newPage();
  await signIn(page, people.Owner);
  await allow(page, 'company');
  await ask(page, 'PATCH', '/settings', { keys: { company: { maxActive: null } } });
  for (const name of names) await ask(page, 'POST', '/keys', { kind: 'company', name });
  await ask(page, 'POST', '/keys', { kind: 'company', name: '=cmd()', environment: 'test' });
  await page.context().close();
});
afterAll(() => stage.close());

const looks = [onALaptop, { ...asPhone(), language: 'id' } as const];

describe.each(looks)('the list of all keys, in $language on $width pixels', (look) => {
  const t = wordsIn(look.language);
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, people.Owner);
    // A company has this policy as its own; other tests have changed nothing of it.
    await allow(page, 'company', { stepUp: { revoke: 'password' } });
  });
  afterAll(() => page.context().close());

  const button = (key: string, values?: Parameters<typeof t>[1]) =>
    page.getByRole('button', { name: t(key, values), exact: true });
  const chip = (key: string) => page.getByRole('button', { name: new RegExp(`^${t(key)} \\d+`) });
  const keyLink = (name: string) => page.getByRole('link', { name, exact: true }).first();
  const tick = (name: string) => page.getByRole('checkbox', { name: t('keys:select.one', { name }) }).first();

  it('comes back to the same page of the same list', async () => {
    await openPlace(page, '/keys?sort=name');
    await keyLink('Till 00').waitFor();
    await button('patterns:next').click();
    await keyLink('Till 20').waitFor();
    await button('patterns:next').click();
    await keyLink('Till 40').waitFor();
    const address = page.url();

    await keyLink('Till 40').click();
    await page.getByRole('heading', { level: 1, name: 'Till 40' }).waitFor();
    await page.goBack();

    await keyLink('Till 40').waitFor();
    expect(page.url()).toBe(address);
    await button('patterns:previous').click();
    await keyLink('Till 20').waitFor();
    await page.reload();
    await keyLink('Till 20').waitFor();
    await button('patterns:previous').click();
    await keyLink('Till 00').waitFor();
    expect(new URL(page.url()).search).toBe('?sort=name');
  });

  it('tells how many there are, also of what a chip leaves, and sorts and sizes its pages', async () => {
    await openPlace(page, '/keys');
    await chip('keys:chip.test').click();
    await keyLink('=cmd()').waitFor();
    await page.waitForURL('**/keys?environment=test');
    expect(await keyLink('Till 00').count()).toBe(0);
    await page.getByText(t('keys:footing', { from: 1, to: 1, total: 1 })).waitFor();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    await chip('keys:chip.all').click();
    await page.getByLabel(t('keys:sort.label')).selectOption('name');
    await page.getByLabel(t('patterns:pageSize')).selectOption('50');

    await keyLink('Till 44').waitFor();
    expect(new URL(page.url()).search).toBe('?sort=name&limit=50');
  });

  it('has no chips but All where there is no key', async () => {
    await openPlace(page, `/keys?createdBy=${randomUUID()}`);
    await chip('keys:chip.all').waitFor();
    await chip('keys:chip.revoked').waitFor({ state: 'detached' });

    const chips = page.getByRole('group', { name: t('keys:chip.label') }).getByRole('button');
    expect(await chips.allTextContents()).toEqual([`${t('keys:chip.all')} 0`]);
  });

  it('acts on several with one proof, and tells each that was left as it was', async () => {
    const made = [];
    for (const name of ['Several A', 'Several B']) {
      const named = `${name} ${look.width}`;
      made.push(await makeKey(page, 'company', named));
    }
    await allow(page, 'company', { stepUp: { revoke: 'password' } });
    await openPlace(page, '/keys');
    for (const { name } of made) await tick(name).check();
    await ask(page, 'PATCH', '/settings', { keys: { company: { stepUp: { revoke: 'none' } } } });
    await ask(page, 'POST', `/keys/${made[0]?.id ?? ''}/revoke`, {});
    await allow(page, 'company', { stepUp: { revoke: 'password' } });

    await button('keys:disable.confirm').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('keys:disable.confirm') })
      .click();

    await page.getByText(t('keys:bulk.disabled', { count: 1 })).waitFor();
    await page.getByText(`${made[0]?.name ?? ''}: ${t('problems:key-revoked')}`).waitFor();
    await tick(made[1]?.name ?? '').check();
    await button('keys:revoke.confirm').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('keys:revoke.reason')).fill('Shop closed');
    await dialog.getByRole('button', { name: t('keys:revoke.confirm'), exact: true }).click();
    await page.getByRole('textbox', { name: t('patterns:password') }).fill('kunci-demo-2026');
    await button('patterns:confirm').click();
    await page.getByText(t('keys:bulk.revoked', { count: 1 })).waitFor();
    const key = await ask<{ revokedReason: string }>(page, 'GET', `/keys/${made[1]?.id ?? ''}`);
    expect(key.revokedReason).toBe('Shop closed');
  });

  it('is taken along as a file that no spreadsheet runs, with all pages and no secret', async () => {
    await openPlace(page, '/keys?sort=name');
    const [download] = await Promise.all([page.waitForEvent('download'), button('keys:export.csv').click()]);

    const text = readFileSync(await download.path(), 'utf8');
    for (const name of names) expect(text).toContain(`,${name},`);
    expect(text).toContain(`,'=cmd(),`);
    expect(text).not.toMatch(/kunci_[0-9A-Za-z]{20,}/);
    expect(stage.faults()).toEqual([]);
  });

  it('revokes a leaked key everywhere from its row, with the receipt', async () => {
    const { name, secret } = await makeKey(page, 'company', `Leaked ${look.width}`);
    await openPlace(page, '/keys');

    await button('keys:menu.of', { name }).first().click();
    await page.getByRole('menuitem', { name: t('keys:leak.act') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('keys:leak.confirm') })
      .click();

    await page.getByText(t('keys:leak.done', { name })).waitFor();
    expect((await stage.restCall(secret)).status).toBe(401);
  });

  it('removes a shape of imported keys, and names that where a proof is asked for', async () => {
    const shape = { prefix: 'old_', length: 40, alphabet: 'hex' };
    const imported = { algorithm: 'sha256-hex', hash: randomBytes(32).toString('hex'), name: 'Till old' };
    await allow(page, 'company');
    await ask(page, 'POST', '/keys/import', { kind: 'company', shape, keys: [imported] });
    await allow(page, 'company', { stepUp: { generate: 'password' } });
    await openPlace(page, '/keys');

    await button('keys:imports.removeOf', shape).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('keys:imports.remove') })
      .click();

    await page.getByText(t('keys:stepUp.removeShape')).waitFor();
    await page.getByRole('textbox', { name: t('patterns:password') }).fill('kunci-demo-2026');
    await button('patterns:confirm').click();
    await page.getByText(t('keys:imports.noShapes')).waitFor();
    await allow(page, 'company');
  });
});
