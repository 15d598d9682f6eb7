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

/* Who is refused, why and from where: in at most three clicks from the overview. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  const page = await stage.newPage();
  await signIn(page, people.Owner);
  await allow(page, 'company');
  await ask(page, 'PATCH', '/settings', { timeZone: 'Asia/Jayapura' });
  await ask(page, 'PATCH', '/settings', { keys: { company: { maxActive: null } } });
  for (let at = 0; at < 12; at += 1) await makeKey(page, 'company', `Idle ${at}`);
  const { id, secret } = await makeKey(page, 'company', 'Broken till');
  await ask(page, 'PATCH', `/keys/${id}`, { allowedAddresses: ['192.0.2.1'] });
  for (let at = 0; at < 15; at += 1) await stage.restCall(secret);
  await page.context().close();
});
afterAll(() => stage.close());

const looks = [onALaptop, { ...asPhone(), language: 'id' } as const];

describe.each(looks)('who fails, in $language on $width pixels', (look) => {
  const t = wordsIn(look.language);
  let page: Page;

  beforeAll(async () => {
    page = await stage.newPage(look);
    await signIn(page, people.Owner);
  });
  afterAll(() => page.context().close());

  it('is found in two clicks from the overview: key, reason, address and request', async () => {
    await openPlace(page, '/');
    const failing = page.getByRole('link', {
      name: `${t('overview:needs.look')}: ${t('overview:needs.failing')}`,
    });
    // What was counted is written within seconds.
    await failing.waitFor();

    await failing.click();
    const first = page.getByRole('link', { name: 'Broken till', exact: true }).first();
    await first.waitFor();
    expect(await page.getByText(t('patterns:reasonAddressNotAllowed')).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: /^Idle/ }).count()).toBe(0);
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);

    await first.click();
    const refusals = page.getByRole('region', { name: t('key:refusals.title') }).first();
    await refusals.waitFor();
    const requests = refusals.getByText('127.0.0.1 · GET /api/v1/sales_invoices');
    expect(await requests.count()).toBe(8);
    await refusals.getByRole('button', { name: t('key:refusals.more', { number: '7' }) }).click();
    expect(await requests.count()).toBe(15);
    expect(await refusals.getByText(t('patterns:reasonAddressNotAllowed')).count()).toBe(15);
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
  });

  it('is a list of keys with requests first, to sort and to search, and the rest behind a chip', async () => {
    await openPlace(page, '/usage');
    await page.getByText(t('usage:description', { timeZone: 'Asia/Jayapura' })).waitFor();
    await page.getByRole('link', { name: 'Broken till', exact: true }).first().waitFor();
    await page.getByRole('button', { name: new RegExp(`^${t('usage:chip.unused')} \\d+`) }).click();
    await page.getByRole('link', { name: 'Idle 11', exact: true }).first().waitFor();
    await page.getByRole('searchbox', { name: t('usage:filter.q') }).fill('idle 3');
    await page.getByRole('link', { name: 'Idle 11', exact: true }).first().waitFor({ state: 'detached' });

    expect(page.url()).toContain('used=false');
    expect(page.url()).toContain('q=idle+3');
    await page.getByRole('searchbox', { name: t('usage:filter.q') }).fill('nobody');
    await page.getByText(t('usage:empty.unused')).waitFor();
  });

  it('is marked in the list of all keys, and has a chip there', async () => {
    await openPlace(page, '/keys');
    await page.getByRole('button', { name: new RegExp(`^${t('keys:chip.failing')} \\d+`) }).click();

    await page.getByText(t('patterns:statusFailing'), { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Broken till', exact: true }).first().waitFor();
    expect(page.url()).toContain('failing=true');
  });
});
