import { type Page } from 'playwright-core';
import { expectNothingCutOff } from './dialogs/soundness';
import {
  ask,
  asPhone,
  copiedText,
  openPlace,
  people,
  settled,
  signIn,
  startStage,
  type Stage,
} from './support';

/* A person who makes the first key and tries it sees at once, without a click, that the request arrived. */

const promisedMs = 5_000;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage();
  await signIn(page, 'owner@orbit-bookings.test');
});
afterAll(() => stage.close());

async function makeKey(name: string): Promise<{ id: string; secret: string }> {
  const input = { kind: 'company', name };
  const { key, secret } = await ask<{ key: { id: string }; secret: string }>(page, 'POST', '/keys', input);
  return { id: key.id, secret };
}

it('is awaited on the overview as soon as there is a key, and shown within five seconds', async () => {
  await openPlace(page, '/');
  expect(await page.getByText('Waiting for the first request').count()).toBe(0);
  const { secret } = await makeKey('Website');
  await openPlace(page, '/');
  await page.getByText('Waiting for the first request').waitFor();

  expect(await stage.restCall(secret)).toMatchObject({ status: 200 });

  await page.getByText('The first request has arrived').waitFor({ timeout: promisedMs });
  await page.getByText(/^Website was used at .+ Everything works\.$/).waitFor();
  await page.getByText('Waiting for the first request').waitFor({ state: 'detached' });
});

it('is awaited on a phone with a request that can be copied there', async () => {
  const phone = await stage.newPage(asPhone());
  await signIn(phone, people.Owner);
  await openPlace(phone, '/');
  const awaited = phone.getByRole('alert').filter({ hasText: 'Waiting for the first request' });

  await expectNothingCutOff(awaited);
  await awaited.getByRole('button', { name: /^Copy/ }).tap();

  expect(await copiedText(phone)).toContain('/core/api/v1/me');
  await phone.context().close();
});

it('is shown on the page of the key within five seconds, with where it came from and what for', async () => {
  const { id, secret } = await makeKey('Warehouse');
  await openPlace(page, `/keys/${id}`);
  await page.getByText('Never used').waitFor();
  await settled(page);

  expect(await stage.restCall(secret)).toMatchObject({ status: 200 });

  await page.getByText('Never used').waitFor({ state: 'detached', timeout: promisedMs });
  await page.getByText('From 127.0.0.1').waitFor();
  await page.getByText(/^With .+/).waitFor();
  await page.getByText(/^For GET \/api\/v1\/.+/).waitFor();
  expect(stage.faults()).toEqual([]);
});
