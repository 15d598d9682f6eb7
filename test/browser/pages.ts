import { type Page } from 'playwright-core';
import { allPlaces, type Place } from '../../console/src/shell/places';
import { people, permissionsOn } from './support';

/** Where someone comes who is not signed in. */
export const publicPages = ['/sign-in', '/sign-up', '/invitation#a-token', '/password-reset#a-token'];

export const places = allPlaces;

/** Who is shown every place in the looks of the matrix: of each audience the one who may do most. */
export const viewerOf = (place: Place): string =>
  place.audience === 'operator' ? people.operator : people.Owner;

/**
 * Whether the table opens a place to the person who is signed in on this page. Decided here again, from what the server says and not
 * by the console's own code, so that a mistake there is not made here as well.
 */
export async function mayOpen(page: Page, place: Place): Promise<boolean> {
  const permissions = await permissionsOn(page);
  const isOperator = (await page.context().request.get('/api/v1/platform/companies?limit=1')).ok();
  if (place.audience === 'operator' && !isOperator) return false;
  if (place.audience === 'company' && isOperator) return false;
  return place.anyOf === undefined || place.anyOf.some((permission) => permissions.includes(permission));
}

/** The address of a place. Where its path has a parameter it is of the first row that its list has, or of nothing. */
export async function addressOf(page: Page, { path }: Place): Promise<string> {
  const [list, parameter] = path.split(/\/:\w+/);
  if (list === undefined || parameter === undefined) return path;
  const answer = await page.context().request.get(`/api/v1${list}?limit=1`);
  const first = answer.ok() ? firstIdOf(await answer.json()) : null;
  return path.replace(/:\w+/, first ?? '00000000-0000-4000-8000-000000000000');
}

function firstIdOf(list: { data?: readonly { id?: string; code?: string }[] }): string | null {
  const [first] = list.data ?? [];
  return first?.id ?? first?.code ?? null;
}

/** Where the menus of this page lead: every menu of the top bar opened, read and closed again. */
export async function menuTargets(page: Page): Promise<string[]> {
  const openers = page.locator('header [aria-haspopup]:visible');
  const targets: string[] = [];
  for (const opener of await openers.all()) {
    await opener.click();
    const opened = page.locator('[role="dialog"]:visible, [role="menu"]:visible');
    // What is in a menu may be loaded when it is opened for the first time.
    await opened.locator('a[href], [role="menuitem"]').first().waitFor();
    const links = opened.locator('a[href^="/"]');
    targets.push(
      ...(await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))),
    );
    await page.keyboard.press('Escape');
    await opened.first().waitFor({ state: 'hidden' });
  }
  return targets;
}
