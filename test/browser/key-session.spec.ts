import { type Page, type Request } from 'playwright-core';
import closedReasons from '../../console/src/locales/en/shell.json';
import { addressOf, mayOpen, menuTargets, places } from './pages';
import {
  ask,
  openPlace,
  password,
  settled,
  signIn,
  signInHere,
  startStage,
  type Stage,
  takeKeyRoles,
} from './support';

/* Who signed in with a key sees what its owner sees, and changes nothing: place by place, button by button. */

const owner = 'owner@timecraft.test';
const notice = 'You signed in with an API key, so you can look but not change anything.';

let stage: Stage;
let withPassword: Page;
let withKey: Page;
let ids: Readonly<Record<'key' | 'company' | 'role' | 'member', string>>;

beforeAll(async () => {
  stage = await startStage();
  [withPassword, withKey] = [await stage.newPage(), await stage.newPage()];
  await signIn(withPassword, owner);
  const made = await personalKey(withPassword);
  ids = { ...(await fillPlaces(withPassword)), key: made.key.id };
  await withKey.goto('/sign-in');
  await signInHere(withKey, owner, made.secret);
  await withKey.getByRole('heading', { level: 1, name: 'Timecraft' }).waitFor();
});
afterAll(() => stage.close());

/** A key with which its owner, who runs the company, may sign in. */
async function personalKey(page: Page) {
  const personal = { enabled: true, visibility: 'recoverable' };
  await ask(page, 'PATCH', '/settings', { keys: { personal } });
  await takeKeyRoles(page);
  const input = { kind: 'personal', name: 'Zapier' };
  return ask<{ secret: string; key: { id: string } }>(page, 'POST', '/keys', input);
}

/** So that every list has a row that can be changed. */
async function fillPlaces(page: Page) {
  const input = { kind: 'company', name: 'Website' };
  const { key } = await ask<{ key: { id: string } }>(page, 'POST', '/keys', input);
  const clerk = { name: 'Clerk', permissions: ['company:read'] };
  const role = await ask<{ id: string }>(page, 'POST', '/roles', clerk);
  const users = await ask<{ data: { id: string; username: string }[] }>(page, 'GET', '/users');
  const member = users.data.find(({ username }) => username === 'user@timecraft.test');
  return { company: key.id, role: role.id, member: member?.id ?? '' };
}

/** Of a place with a parameter, what belongs to the company as a whole: there is most to do about it. */
async function addressOfPlace(page: Page, place: (typeof places)[number]): Promise<string> {
  if (place.path === '/keys/:id') return `/keys/${ids.company}`;
  if (place.path === '/users/:id') return `/users/${ids.member}`;
  return addressOf(page, place);
}

it('says that it is read-only, on every page', async () => {
  await openPlace(withKey, '/keys');
  await withKey.getByText(notice, { exact: false }).waitFor();

  await openPlace(withPassword, '/keys');

  expect(await withPassword.getByText(notice, { exact: false }).count()).toBe(0);
});

it('has the menus of its owner', async () => {
  await openPlace(withPassword, '/');
  await openPlace(withKey, '/');

  const [theirs, its] = [await menuTargets(withPassword), await menuTargets(withKey)];

  expect(its).toEqual(theirs);
  expect(its).toContain('/api-keys');
});

/** A menu that a click has opened offers to go somewhere, and nothing else. Closes it. */
async function expectOnlyLinksInMenu(page: Page): Promise<void> {
  const items = page.getByRole('menuitem');
  if ((await items.count()) === 0) return;
  const others = await items.evaluateAll((all) =>
    all.filter(({ tagName }) => tagName !== 'A').map(({ textContent }) => textContent),
  );
  expect(others).toEqual([]);
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'hidden' });
}

/** The controls for those who may change something; controls that only read, such as Copy, are left out. */
const ownersButtons: Readonly<Record<string, readonly string[]>> = {
  '/keys/:id': ['Edit', 'Rotate', 'Revoke', 'Delete'],
  '/generate-api-key': ['Generate API Token', 'Revoke Website'],
  '/users': ['Invite a user'],
  '/users/:id': ['Password reset link', 'Deactivate', 'Remove', 'Save'],
  '/api-keys': ['Create API Key', 'Delete Website'],
  '/settings/security': ['Save'],
  '/settings/roles': ['Create a role'],
  '/api-credentials': ['REMOVE ACCESS'],
  '/company': ['Request QRIS'],
  '/my-settings': ['Change password', 'Create a new API Key', 'Rotate Zapier', 'Revoke Zapier'],
};

describe.each(places)('$path', (place) => {
  const buttonsOn = (page: Page) =>
    page.getByRole('main').locator('button:enabled:visible:not([aria-disabled="true"])');

  const namesOn = (page: Page): Promise<string[]> =>
    buttonsOn(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));

  /** What could be typed into, chosen or ticked, other than to filter, to page or to choose a span of time. */
  const inputsOn = (page: Page): Promise<string[]> =>
    page
      .getByRole('main')
      .locator('input:enabled:visible, select:enabled:visible, textarea:enabled:visible')
      .and(page.locator(':not([role="search"] *, [role="radiogroup"] *, nav *)'))
      .evaluateAll((all) => all.map((input) => input.outerHTML));

  it('opens as it does for its owner, or says why not', async () => {
    // What is there only to change something needs a right that the session of a key has not.
    const open = (await mayOpen(withPassword, place)) && (await mayOpen(withKey, place));
    const address = await addressOfPlace(withPassword, place);

    await Promise.all([openPlace(withPassword, address), openPlace(withKey, address)]);

    const text = await withKey.getByRole('main').innerText();
    const reason = Object.values(closedReasons.closed).find((each) => text.includes(each)) ?? null;
    expect({ open: reason === null }).toEqual({ open });
  });

  it('has nothing to press of what changes something', async () => {
    const [theirs, its] = [await namesOn(withPassword), await namesOn(withKey)];

    expect(theirs).toEqual(expect.arrayContaining([...(ownersButtons[place.path] ?? [])]));
    expect(its.filter((name) => !theirs.includes(name))).toEqual([]);
    expect(its.filter((name) => ownersButtons[place.path]?.includes(name))).toEqual([]);
    expect(await inputsOn(withKey)).toEqual([]);
  });

  it('asks for nothing and sends nothing, whatever is pressed', async () => {
    const written: string[] = [];
    const note = (request: Request) => {
      if (request.method() !== 'GET') written.push(`${request.method()} ${request.url()}`);
    };
    withKey.on('request', note);

    // What a click opens, as an accordion does, has its turn as well.
    for (let at = 0; at < (await buttonsOn(withKey).count()); at += 1) {
      await buttonsOn(withKey).nth(at).click({ timeout: 3_000 });
      await settled(withKey);
      expect(await withKey.getByRole('dialog').count()).toBe(0);
      await expectOnlyLinksInMenu(withKey);
    }

    withKey.off('request', note);
    expect(written).toEqual([]);
    expect(await inputsOn(withKey)).toEqual([]);
  });
});

describe('the API', () => {
  // Not among them: what is the company's business, such as invoices and asking for products. That is what keys are for.
  it.each([
    ['make a key', 'POST', () => '/keys', { kind: 'personal', name: 'Another' }],
    ['edit a key', 'PATCH', () => `/keys/${ids.key}`, { name: 'Other' }],
    ['show a key', 'POST', () => `/keys/${ids.key}/reveal`, {}],
    ['rotate a key', 'POST', () => `/keys/${ids.key}/rotate`, { overlapSeconds: 0 }],
    ['revoke a key', 'POST', () => `/keys/${ids.company}/revoke`, {}],
    ['delete a key', 'DELETE', () => `/keys/${ids.company}`, {}],
    ['rename the company', 'PATCH', () => '/company', { name: 'Other' }],
    ['change the settings', 'PATCH', () => '/settings', { keys: { company: { enabled: false } } }],
    ['make a role', 'POST', () => '/roles', { name: 'Other', permissions: [] }],
    ['edit a role', 'PATCH', () => `/roles/${ids.role}`, { name: 'Other' }],
    ['delete a role', 'DELETE', () => `/roles/${ids.role}`, {}],
    ['invite', 'POST', () => '/users', { username: 'other@timecraft.test', roles: [] }],
    ['deactivate', 'PATCH', () => `/users/${ids.member}`, { status: 'deactivated' }],
    ['give roles', 'PUT', () => `/users/${ids.member}/roles`, { roles: [] }],
    ['remove a member', 'DELETE', () => `/users/${ids.member}`, {}],
    ['reset a password', 'POST', () => '/password-resets', { username: 'user@timecraft.test' }],
    [
      'change the password',
      'PUT',
      () => '/me/password',
      { currentPassword: password, newPassword: 'a newer one' },
    ],
    ['set a PIN', 'PUT', () => '/me/pin', { pin: '580274', password }],
    ['set up one-time codes', 'POST', () => '/me/totp', { password }],
    ['found a company', 'POST', () => '/companies', { name: 'Other', slug: 'other' }],
  ])('refuses it to %s', async (_what, method, path, data) => {
    const answer = await withKey.context().request.fetch(`/api/v1${path()}`, { method, data });

    expect({ status: answer.status() }).toEqual({ status: 403 });
    expect(stage.faults()).toEqual([]);
  });
});
