import { type Installation } from './installation';
import { type Wire } from './wire';

const credentials = { username: 'operator@platform.test', password: 'correct horse battery' };

/**
 * Makes an operator with the command that ships, while the servers run, which needs MySQL.
 *
 * @returns the headers of their session.
 */
export async function operatorByWire(
  installation: Installation,
  env: Readonly<Record<string, string>>,
  wire: Wire,
): Promise<Readonly<Record<string, string>>> {
  const { username, password } = credentials;
  await installation.run('operator', env, { args: [username], typed: `${password}\n` });
  const { status, headers } = await wire.post('/sessions', credentials);
  const [cookie] = headers['set-cookie'] ?? [];
  if (status !== 201 || cookie === undefined) throw new Error(`No operator signed in: ${status}`);
  return { cookie: cookie.split(';')[0] ?? '' };
}
