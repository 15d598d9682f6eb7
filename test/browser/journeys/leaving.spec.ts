import { type Page } from 'playwright-core';
import {
  ask,
  asPhone,
  expectNoViolations,
  invite,
  onALaptop,
  openPlace,
  signIn,
  startStage,
  type Stage,
} from '../support';

/* Somebody leaves: what they know is told before, decided in one place, and what is left to do stays there. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

interface Made {
  readonly key: { readonly id: string };
  readonly secret: string;
}

describe.each([onALaptop, asPhone()])('somebody who leaves, $width pixels wide', (look) => {
  const leaver = `leaver-${look.width}@orbit-bookings.test`;
  const named = (name: string): string => `${name} ${look.width}`;
  const make = (page: Page, name: string) =>
    ask<Made>(page, 'POST', '/keys', { kind: 'company', name: named(name) });
  const withKey = (name: string) => stage.restCall(secrets.get(name) ?? '');
  let owner: Page;
  let theirs: Page;
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    owner = await stage.newPage(look);
    await signIn(owner, 'owner@orbit-bookings.test');
    await invite(owner, leaver, 'Owner');
    theirs = await stage.newPage(look);
    await signIn(theirs, leaver);
    for (const name of ['Till', 'Website', 'Old shop']) secrets.set(name, (await make(theirs, name)).secret);
    await make(owner, 'Never seen');
  });
  afterAll(async () => {
    await owner.context().close();
    await theirs.context().close();
  });

  const dialog = () => owner.getByRole('dialog');
  const choice = (name: string) => owner.getByLabel(`What to do with ${named(name)}`, { exact: true });

  it('is told to know keys before they are removed, with the way to decide about these', async () => {
    await openPlace(owner, '/users');
    await owner.getByRole('link', { name: leaver }).click();
    await owner.getByRole('button', { name: 'Remove', exact: true }).click();

    await dialog().getByText('They know the secrets of 3 keys of the company').waitFor();
    await expectNoViolations(owner);
    await dialog().getByRole('link', { name: 'Decide about these keys' }).click();

    await owner.getByRole('heading', { level: 1, name: `Keys ${leaver} knows` }).waitFor();
    await choice('Till').waitFor();
    expect(await choice('Till').inputValue()).toBe('rotate');
    expect(await owner.getByText(named('Never seen')).count()).toBe(0);
    await expectNoViolations(owner);
  });

  it('is removed, and what was chosen is done, with receipts', async () => {
    await choice('Old shop').selectOption('Revoke');
    await choice('Website').selectOption('Disable');
    await owner.getByRole('button', { name: `Remove ${leaver}` }).click();
    await dialog().getByText('1 key is revoked permanently.', { exact: false }).waitFor();
    await expectNoViolations(owner);
    await dialog().getByRole('button', { name: 'Remove', exact: true }).click();

    await owner.getByText('They are no longer a member').waitFor();
    await owner.getByText('1 key is revoked', { exact: true }).waitFor();
    await owner.getByText('1 key is disabled', { exact: true }).waitFor();
    expect(await withKey('Old shop')).toMatchObject({ status: 401 });
    expect(await withKey('Till')).not.toMatchObject({ status: 401 });
    expect((await theirs.context().request.get('/api/v1/keys')).ok()).toBe(false);
    await expectNoViolations(owner);
  });

  it('leaves keys to rotate, one by one, whose old secrets end at once', async () => {
    await owner.getByText('1 key is still to be rotated.', { exact: false }).waitFor();
    await owner.getByRole('button', { name: `Rotate ${named('Till')}` }).click();
    await dialog().getByRole('button', { name: 'Rotate', exact: true }).click();
    await dialog().getByRole('checkbox', { name: 'I have saved it' }).check();
    await dialog().getByRole('button', { name: 'Done' }).click();

    await owner.getByText('1 key rotated').waitFor();
    expect(await withKey('Till')).toMatchObject({ status: 401 });
    await choice('Till').waitFor({ state: 'hidden' });
    await choice('Website').waitFor();
    await expectNoViolations(owner);
  });

  it('can be looked at later, from where their page was', async () => {
    const address = owner.url().replace('/leaving', '');
    await openPlace(owner, new URL(address).pathname);
    await owner.getByRole('link', { name: 'Keys they know' }).click();

    await choice('Website').waitFor();
    expect(stage.faults()).toEqual([]);
  });
});
