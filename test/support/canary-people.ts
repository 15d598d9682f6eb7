import { password } from './builders';
import { type Act } from './canary-acts';
import { codeNow } from './factors';
import { aDraft, anOperator } from './operators';

const wrong = 'another wrong canary password';
const founderPassword = 'a canary password of a founder';
const newPassword = 'a canary password that is new';
const invitedPassword = 'a canary password of somebody invited';
const resetPassword = 'a canary password after a reset';
const longPin = '580274193652';

/** Drives what people prove themselves with: passwords, PINs, one-time codes, tokens and keys of their own. */
export async function useSecretsOfPeople(act: Act): Promise<void> {
  const typed = { wrong, founderPassword, newPassword, invitedPassword, resetPassword, longPin };
  for (const [name, secret] of Object.entries(typed)) act.secrets.set(name, secret);
  await signUp(act);
  await changeOwnSecrets(act);
  await inviteAndReset(act);
  await inviteOwner(act);
  await signInWithKey(act);
}

async function signUp({ test, company, say }: Act): Promise<void> {
  const slug = `${company.slug}-canary`;
  const owner = { username: `founder@${slug}.test`, password: founderPassword };
  await say(test.anyone.post('/companies', { name: 'Canaries', slug, owner }));
  await say(test.anyone.post('/companies', { name: 'Canaries', slug, owner }));
  await say(test.anyone.post('/companies', { name: 'Canaries', slug: founderPassword, owner }));
  await say(test.anyone.post('/companies', { name: 'Canaries', slug, owner: { password: founderPassword } }));
}

async function changeOwnSecrets({ test, company, secrets, say }: Act): Promise<void> {
  const { client, username } = await company.member('member');
  for (const given of [wrong, password]) {
    await say(client.put('/me/pin', { password: given, pin: longPin }));
    await say(client.put('/me/pin', { password: given, pin: `${longPin}0` }));
    const begun = await say(client.post('/me/totp', { password: given }));
    if (begun.status === 201) secrets.set('a secret of one-time codes', begun.body.secret);
  }
  const secret = secrets.get('a secret of one-time codes') ?? '';
  for (const code of [secret, codeNow(test, secret)]) await say(client.put('/me/totp', { code }));
  for (const [factor, given] of Object.entries({ pin: longPin, totp: secret }))
    await say(client.post('/step-ups', { factor, secret: given, action: 'generate', kind: 'company' }));
  for (const given of [wrong, password]) await say(client.send('DELETE', '/me/totp', { password: given }));
  for (const given of [wrong, password])
    await say(client.put('/me/password', { password: given, newPassword }));
  await say(test.anyone.post('/sessions', { username, password: newPassword }));
}

async function inviteAndReset({ test, company, secrets, say, twice }: Act): Promise<void> {
  const { owner } = company;
  const username = `invited@${company.slug}.test`;
  const invited = await twice(owner, '/users', { username, roles: [company.roleIds.get('member')] });
  const { token } = invited.body.invitation;
  secrets.set('the token of an invitation', token);
  const redeem = (path: string, given: string, chosen: string) =>
    say(test.anyone.post(path, { token: given, password: chosen }));
  await say(test.anyone.post('/invitations/preview', { token }));
  await redeem('/invitations/redeem', `${token}x`, invitedPassword);
  await redeem('/invitations/redeem', token, 'short');
  for (let time = 1; time <= 2; time += 1) await redeem('/invitations/redeem', token, invitedPassword);
  const issued = await twice(owner, '/password-resets', { userId: invited.body.member.id });
  secrets.set('the token of a password reset', issued.body.token);
  await say(test.anyone.post('/password-resets/preview', { token: issued.body.token }));
  await redeem('/password-resets/redeem', invitedPassword, issued.body.token);
  for (let time = 1; time <= 2; time += 1)
    await redeem('/password-resets/redeem', issued.body.token, resetPassword);
  for (const given of [invitedPassword, resetPassword])
    await say(test.anyone.post('/sessions', { username, password: given }));
}

async function inviteOwner({ test, secrets, say, twice }: Act): Promise<void> {
  const operator = await anOperator(test);
  const { company, invitation } = (await twice(operator.client, '/platform/companies', aDraft())).body;
  secrets.set('the first token of an Owner', invitation.token);
  const { token } = (await twice(operator.client, `/platform/companies/${company.id}/invitation`, {})).body;
  secrets.set('the token of an Owner', token);
  await say(test.anyone.post('/invitations/redeem', { token, password: invitedPassword }));
}

async function signInWithKey({ test, company, secrets, say, twice }: Act): Promise<void> {
  await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  const { client, username } = await company.member('member', 'api-key-generate', 'api-key-sign-in');
  const made = await twice(client, '/keys', { kind: 'personal' });
  secrets.set('a personal key', made.body.secret);
  const opened = await say(test.anyone.post('/sessions', { username, password: made.body.secret }));
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  secrets.set('the token of a session opened with a key', cookie.split('=')[1] ?? '');
  await say(test.anyone.with({ cookie }).get('/me'));
  await say(test.anyone.withBasic(username, made.body.secret).get('/core/api/v1/sales_invoices'));
  await say(test.anyone.post('/sessions', { username: made.body.secret, password: username }));
  await say(test.anyone.with({ cookie }).put('/me/password', { password: made.body.secret, newPassword }));
}
