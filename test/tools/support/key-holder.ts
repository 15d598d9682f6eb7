import { type WireAnswer } from '../../support/wire';
import { type ShippedServer, WireOwner } from '../../shipped/support';

/** @returns a personal key of an Owner: it may read what they may read. */
export async function personalKey({ wire }: ShippedServer): Promise<string> {
  const { headers } = await WireOwner.of(wire);
  done(await wire.send('PATCH', '/settings', { keys: { personal: { enabled: true } } }, headers));
  const { id } = done(await wire.get('/me', headers)).body;
  const roles = roleIds(done(await wire.get('/roles?limit=100', headers)), [
    'Owner',
    'API Key Generate',
    'API Key Sign In',
  ]);
  done(await wire.send('PUT', `/users/${id}/roles`, { roles }, headers));
  return done(await wire.post('/keys', { kind: 'personal', name: 'Reader' }, headers)).body.secret;
}

/** @returns a key of a service account with the role System Administrator: it manages company keys. */
export async function machineKey({ wire }: ShippedServer): Promise<string> {
  const { headers } = await WireOwner.of(wire);
  const roles = roleIds(done(await wire.get('/roles?limit=100', headers)), ['System Administrator']);
  const account = done(await wire.post('/service-accounts', { name: 'tools', roles }, headers)).body;
  const input = { kind: 'machine', name: 'Deployment', serviceAccountId: account.id };
  return done(await wire.post('/keys', input, headers)).body.secret;
}

function roleIds({ body }: WireAnswer, names: readonly string[]): string[] {
  const roles: readonly { id: string; name: string }[] = body.data;
  return roles.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}

function done(answer: WireAnswer): WireAnswer {
  if (answer.status === null || answer.status >= 300)
    throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
