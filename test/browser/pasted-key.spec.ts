import { type Page } from 'playwright-core';
import { allow, makeKey } from './dialogs/calls';
import { wordsIn } from './dialogs/words';
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
} from './support';

/* A leaked key, pasted where keys are searched for: it is found, and gets into no address. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const looks = [onALaptop, { ...asPhone(), language: 'id' } as const];

describe.each(looks)('a whole key in the search, in $language on $width pixels', (look) => {
  const t = wordsIn(look.language);
  let page: Page;
  let asked: string[];

  beforeAll(async () => {
    page = await stage.newPage(look);
    page.on('request', (request) => asked.push(request.url()));
    asked = [];
    await signIn(page, people.Owner);
    await ask(page, 'PATCH', '/settings', { keys: { company: { maxActive: null } } });
  });
  beforeEach(async () => {
    asked = [];
    await openPlace(page, '/keys');
  });
  afterAll(() => page.context().close());

  const search = () => page.getByLabel(t('keys:filter.q'));
  const told = (key: string, values?: Parameters<typeof t>[1]) =>
    page.getByText(t(`keys:lookup.${key}`, values));

  /** As by Ctrl+V: all of it at once. */
  async function paste(text: string, into = search()): Promise<void> {
    await into.focus();
    await page.keyboard.insertText(text);
  }

  /** What the secret must not be in, wherever one has been since. */
  async function isNowhere(secret: string): Promise<void> {
    expect(await search().inputValue()).toBe('');
    expect(asked.filter((url) => url.includes(secret.slice(10)))).toEqual([]);
    expect(page.url()).not.toContain(secret.slice(10));
    expect(await page.content()).not.toContain(secret.slice(10, -4));
  }

  it('is found with its status, and leaves no trace in an address, the history or the field', async () => {
    const { name, id, secret } = await makeKey(page, 'company', 'Leaked into a log');

    await paste(` "${secret}"\n`);

    await told('found', { name }).waitFor();
    await told('works').waitFor();
    await isNowhere(secret);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: t('keys:lookup.open') }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/keys/${id}`);
    await page.goBack();
    await search().waitFor();
    await isNowhere(secret);
  });

  it('is revoked from there, with the proof that the policy asks for', async () => {
    const { name, secret } = await makeKey(page, 'company', 'Leaked into a chat');
    await allow(page, 'company', { stepUp: { revoke: 'password' } });
    await openPlace(page, '/keys');
    await paste(`KEY=${secret}`);

    // Someone who has just seen a leak presses twice, and has ten seconds.
    const pasted = Date.now();
    await page.getByRole('button', { name: t('keys:lookup.revoke') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('patterns:password')).fill('kunci-demo-2026');
    await dialog.getByRole('button', { name: t('keys:leak.confirm'), exact: true }).click();

    await page.getByText(t('keys:leak.done', { name })).waitFor();
    expect(Date.now() - pasted).toBeLessThan(10_000);
    expect(await told('found', { name }).count()).toBe(0);
    expect((await stage.restCall(secret)).status).toBe(401);
    await paste(secret);
    await told('over').waitFor();
    expect(await page.getByRole('button', { name: t('keys:lookup.revoke') }).count()).toBe(0);
    await isNowhere(secret);
  });

  it('of which only the old secret leaked loses that one, and goes on', async () => {
    const { id, name, secret } = await makeKey(page, 'company', 'Rotated');
    const rotated = await ask<{ secret: string }>(page, 'POST', `/keys/${id}/rotate`, {
      overlapSeconds: 3_600,
    });
    // With the policy that holds now.
    await openPlace(page, '/keys');
    await paste(secret);

    await page.getByRole('button', { name: t('keys:lookup.endOld') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('keys:oldSecret.confirm') })
      .click();
    await page.getByText(t('keys:oldSecret.done', { name })).waitFor();

    expect((await stage.restCall(rotated.secret)).status).toBe(200);
    await paste(secret);
    await told('ended').waitFor();
    expect(await page.getByRole('button', { name: t('keys:lookup.revoke') }).count()).toBe(0);
  });

  it('of nobody is said to be nobody’s, also when it was not copied in full', async () => {
    for (const text of ['0123456789abcdef0123456789abcdef', 'kunci_0123456789abcdefghijklmnopq']) {
      await openPlace(page, '/keys');
      await paste(text);
      await told('none').waitFor();
      await isNowhere(text);
    }
    await page.getByRole('button', { name: t('keys:lookup.close') }).click();
    expect(await told('none').count()).toBe(0);
    expect(stage.faults()).toEqual([]);
  });

  it('in a link is taken out of the address and looked up', async () => {
    const { name, secret } = await makeKey(page, 'company', 'Leaked into a link');
    await page.goto(`/keys?q=${secret}&status=active`);

    await told('found', { name }).waitFor();

    expect(new URL(page.url()).search).toBe('?status=active');
    expect(asked.filter((url) => url.includes('/api/') && url.includes(secret))).toEqual([]);
  });
});

it('a key that was reported to an operator is found in its company, and revoked with a reason', async () => {
  const owner = await stage.newPage();
  await signIn(owner, 'owner@welcome-desk.test');
  await ask(owner, 'PATCH', '/settings', { keys: { company: { maxActive: null } } });
  const { id, name, secret } = await makeKey(owner, 'company', 'Reported');
  const page = await stage.newPage();
  await signIn(page, people.operator);
  await openPlace(page, '/platform/companies');
  const field = page.getByLabel('The whole key');

  await field.fill(`"${secret}"`);
  await page.getByText('It is a key of Welcome Desk (welcome-desk).').waitFor();
  expect(await field.inputValue()).toBe('');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Revoke now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Published in a repository');
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();

  await page.getByText(`Revoked: ${name}`).waitFor();
  expect((await stage.restCall(secret)).status).toBe(401);
  const key = await ask<{ revokedReason: string }>(owner, 'GET', `/keys/${id}`);
  expect(key.revokedReason).toBe('Published in a repository');
  expect(page.url()).not.toContain(secret);
  await page.context().close();
  await owner.context().close();
});
