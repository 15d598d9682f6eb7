import { type Page } from 'playwright-core';
import { demoOperator, demoPassword, demoPin, demoTraveller } from '../../../src/demo/demo-companies';
import { ask } from './ask';

/** Of every account of the demo. */
export const password = demoPassword;
export const pin = demoPin;

/** One of the demo's people for each role, and for each of the ways to be here without one. */
export const people = {
  Owner: 'owner@super-murah-shirt.test',
  Superadmin: 'superadmin@lintas-pay.test',
  Admin: 'admin@lintas-pay.test',
  'System Administrator': 'sysadmin@welcome-desk.test',
  Member: 'member@super-murah-shirt.test',
  'Member of two companies': demoTraveller.username,
  operator: demoOperator,
} as const;

/** Signs in without the page for it, which has tests of its own: quicker, and the next `goto` is where the test begins. */
export async function signIn(page: Page, username: string, secret: string = password): Promise<void> {
  const answer = await page
    .context()
    .request.post('/api/v1/sessions', { data: { username, password: secret } });
  if (answer.status() !== 201) throw new Error(`${username} could not sign in: ${await answer.text()}`);
}

/** What the server says that who is signed in on this page may do. */
export async function permissionsOn(page: Page): Promise<readonly string[]> {
  return (await ask<{ permissions: string[] }>(page, 'GET', '/me')).permissions;
}

/** Gives who is signed in on this page, and runs the company, the roles to make keys of their own and to sign in with them. */
export async function takeKeyRoles(page: Page): Promise<void> {
  const me = await ask<{ id: string }>(page, 'GET', '/me');
  const roles = await roleIds(page, ['Owner', 'API Key Generate', 'API Key Sign In']);
  await ask(page, 'PUT', `/users/${me.id}/roles`, { roles });
}

/**
 * Someone new, with only a password, while everyone in the demo has a PIN: invited by the person who is signed in on this
 * page, and joined. Their password is everybody's.
 */
export async function invite(page: Page, username: string, role: string): Promise<void> {
  const input = { username, roles: await roleIds(page, [role]) };
  const { invitation } = await ask<{ invitation: { token: string } }>(page, 'POST', '/users', input);
  await ask(page, 'POST', '/invitations/redeem', { token: invitation.token, password });
}

async function roleIds(page: Page, names: readonly string[]): Promise<string[]> {
  const roles = await ask<{ data: { id: string; name: string }[] }>(page, 'GET', '/roles?limit=100');
  return roles.data.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}
