import { type Page } from 'playwright-core';
import { demoOperator, demoPassword, demoPin, demoTraveller } from '../../../src/demo/demo-companies';

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
  const answer = await page.context().request.get('/api/v1/me');
  // A cast: the route's answer is proved where it is made.
  return ((await answer.json()) as { permissions: string[] }).permissions;
}

/**
 * Someone new, with a password and nothing else, where everybody of the demo has a PIN: invited by who is signed in on this
 * page, and joined. Their password is everybody's.
 */
export async function invite(page: Page, username: string, role: string): Promise<void> {
  const api = page.context().request;
  // Casts: the routes' answers are proved where they are made.
  const roles = (await (await api.get('/api/v1/roles?limit=100')).json()) as {
    data: { id: string; name: string }[];
  };
  const given = roles.data.filter(({ name }) => name === role).map(({ id }) => id);
  const invited = await api.post('/api/v1/users', { data: { username, roles: given } });
  const { invitation } = (await invited.json()) as { invitation: { token: string } };
  const joined = await api.post('/api/v1/invitations/redeem', {
    data: { token: invitation.token, password },
  });
  if (!joined.ok()) throw new Error(`${username} could not join: ${await joined.text()}`);
}
