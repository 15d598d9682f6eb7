import { type Page } from 'playwright-core';
import { expectNoViolations, invite, openPlace, signIn, startStage, type Stage } from '../support';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
  page = await stage.newPage();
});
afterAll(() => stage.close());

const api = () => page.context().request;

/** An object of the company, by what it is called there. */
async function idOf(list: string, name: string): Promise<string> {
  // A cast: the routes' answers are proved where they are made.
  const { data } = (await (await api().get(`${list}?limit=100`)).json()) as {
    data: { id: string; name?: string | null; username?: string }[];
  };
  return data.find((one) => one.name === name || one.username === name)?.id ?? '';
}

describe('the audit trail', () => {
  it('names what was renamed or has gone as it was called then', async () => {
    await signIn(page, 'owner@orbit-bookings.test');
    await api().post('/api/v1/keys', { data: { kind: 'company', name: 'Kiosk' } });
    const key = await idOf('/api/v1/keys', 'Kiosk');
    await api().patch(`/api/v1/keys/${key}`, { data: { name: 'Counter' } });
    await api().post(`/api/v1/keys/${key}/rotate`, { data: { overlapSeconds: 0 } });
    await api().delete(`/api/v1/keys/${key}`);
    await invite(page, 'wulan@orbit-bookings.test', 'Member');
    const member = await idOf('/api/v1/users', 'wulan@orbit-bookings.test');
    await api().patch(`/api/v1/users/${member}`, { data: { active: false } });
    await api().delete(`/api/v1/users/${member}`);

    await openPlace(page, '/audit-trail');

    for (const said of [
      'generated the key Kiosk.',
      're-generated the key Counter.',
      'deleted the key Counter.',
      'deactivated wulan@orbit-bookings.test.',
      'removed wulan@orbit-bookings.test from the company.',
    ]) {
      await page.getByText(`owner@orbit-bookings.test ${said}`, { exact: false }).waitFor();
    }
    await expectNoViolations(page);
  });

  it('says by name to whom or what it is narrowed', async () => {
    await page.getByRole('button', { name: /^Details: .* removed wulan@orbit-bookings\.test/ }).click();
    await page.getByRole('button', { name: 'Only about the same' }).click();

    await page.getByRole('button', { name: 'About wulan@orbit-bookings.test' }).waitFor();
  });

  it('names a key without a name by its last characters, to someone who may see it', async () => {
    await signIn(page, 'owner@super-murah-shirt.test');
    const { data } = (await (await api().get('/api/v1/keys')).json()) as { data: { last4: string }[] };
    await openPlace(page, '/audit-trail?type=key.generated');

    await page
      .getByText(new RegExp(`owner@super-murah-shirt\\.test generated the key .*${data[0]?.last4 ?? '?'}`))
      .waitFor();
    expect(stage.faults()).toEqual([]);
  });
});
