import { type Page } from 'playwright-core';
import { allow, makeKey } from './dialogs/calls';
import { wordsIn } from './dialogs/words';
import { ask, asPhone, onALaptop, openPlace, people, signIn, startStage, type Stage } from './support';

/* What is said of all keys is true of all of them, also of those on the second page of a list. */

const count = 130;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  const page = await stage.newPage();
  await signIn(page, people.Owner);
  const { data } = await ask<{ data: { id: string }[] }>(page, 'GET', '/keys?kind=company&status=active');
  await allow(page, 'company');
  await ask(page, 'PATCH', '/settings', { keys: { company: { maxActive: null } } });
  for (const { id } of data) await ask(page, 'POST', `/keys/${id}/revoke`, {});
  for (let made = 0; made < count; made += 1)
    await ask(page, 'POST', '/keys', { kind: 'company', name: `Key ${made}` });
  // So many of the newest have ended that the first page of the list holds no other.
  for (let made = 0; made < 101; made += 1) {
    const { id } = await makeRevoked(page, made);
    if (made === 0) await ask(page, 'DELETE', `/keys/${id}`);
  }
  await page.context().close();
});
afterAll(() => stage.close());

async function makeRevoked(page: Page, number: number): Promise<{ id: string }> {
  const body = { kind: 'company', name: `Ended ${number}` };
  const { key } = await ask<{ key: { id: string } }>(page, 'POST', '/keys', body);
  await ask(page, 'POST', `/keys/${key.id}/revoke`, {});
  return key;
}

describe.each([onALaptop, { ...asPhone(), language: 'id' } as const])(
  `a company with ${count} keys, in $language on $width pixels`,
  (look) => {
    const t = wordsIn(look.language);
    let page: Page;

    beforeAll(async () => {
      page = await stage.newPage(look);
      await signIn(page, people.Owner);
    });
    afterAll(() => page.context().close());

    it('sees how many keys it has where one is shown, and that the others stay when that one ends', async () => {
      await openPlace(page, '/api-credentials');

      await page.getByText(String(count), { exact: false }).first().waitFor();
      await page
        .getByText(`Key ${count - 1}`)
        .first()
        .waitFor();
      await page.getByRole('button', { name: t('api-credentials:remove') }).click();
      const asked = page.getByRole('dialog');
      await asked
        .getByText(`Key ${count - 1}`)
        .first()
        .waitFor();

      const said = (await asked.innerText()).replaceAll(/\s+/g, ' ');
      const values = { count, company: 'Super Murah Shirt' };
      expect(said).toContain(t('api-credentials:removal.oneOfMany', values).replaceAll(/<\/?b>/g, ''));
      await asked
        .getByRole('button', { name: t('patterns:cancel') })
        .first()
        .click();
    });

    it('is counted in full on the overview', async () => {
      await openPlace(page, '/');

      const active = page.locator('a[href="/keys?status=active"]').first();
      expect(await active.innerText()).toContain(String(count));
      expect(stage.faults()).toEqual([]);
    });
  },
);

it('a company with one key is asked in the words of the guide', async () => {
  const page = await stage.newPage();
  await signIn(page, 'owner@welcome-desk.test');
  const { data } = await ask<{ data: { id: string }[] }>(page, 'GET', '/keys?kind=company&limit=100');
  await allow(page, 'company');
  for (const { id } of data) await ask(page, 'POST', `/keys/${id}/revoke`, {});
  await makeKey(page, 'company', 'The only one');
  await openPlace(page, '/api-credentials');

  await page.getByRole('button', { name: 'REMOVE ACCESS' }).click();

  await page.getByText('DELETE the API Key of the company Welcome Desk.').waitFor();
  await page.context().close();
});
