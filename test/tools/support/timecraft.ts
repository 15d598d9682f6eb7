import { demoOperator, demoPassword } from '../../../src/demo/demo-companies';
import { type ShippedServer } from '../../shipped/support';
import { type WireAnswer } from '../../support/wire';
import { type Connection } from './zapier-app';

type Headers = Readonly<Record<string, string>>;

/** A key, and what a tool has to be given to use it. */
export interface ConnectedKey extends Connection {
  readonly id: string;
}

/** The demo company whose people use their keys wherever a password would go, after an administrator has set that up. */
export class Timecraft {
  private accounts = 0;

  private constructor(
    private readonly server: ShippedServer,
    private readonly people: Readonly<Record<'admin' | 'owner' | 'user' | 'operator', Headers>>,
  ) {}

  static async of(server: ShippedServer): Promise<Timecraft> {
    const signedIn = (username: string): Promise<Headers> => sessionOf(server, username);
    const people = {
      admin: await signedIn('admin@timecraft.test'),
      owner: await signedIn('owner@timecraft.test'),
      user: await signedIn('user@timecraft.test'),
      operator: await signedIn(demoOperator),
    };
    const company = new Timecraft(server, people);
    await company.changeAs('owner', 'PATCH', '/settings', { keys: { personal: { enabled: true } } });
    await company.give('admin', 'Admin', 'API Key Generate', 'API Key Sign In');
    await company.give('user', 'Member', 'API Key Generate', 'API Key Sign In');
    return company;
  }

  /** What this person does in the console. @throws where it is refused */
  async changeAs(
    who: keyof Timecraft['people'],
    method: string,
    path: string,
    body?: object,
  ): Promise<WireAnswer['body']> {
    const answer = await this.server.wire.send(method, `/api/v1${path}`, body, this.people[who]);
    if (answer.status === null || answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  async personalKey(who: 'admin' | 'user', input: object = {}): Promise<ConnectedKey> {
    const made = await this.changeAs(who, 'POST', '/keys', { kind: 'personal', name: 'Zapier', ...input });
    return this.connected(`${who}@timecraft.test`, made);
  }

  /** Of a new service account with this role. */
  async machineKey(role: string): Promise<ConnectedKey> {
    const roles = await this.roles(role);
    const account = { name: `zapier-${(this.accounts += 1)}`, roles };
    const { id, username } = await this.changeAs('owner', 'POST', '/service-accounts', account);
    const input = { kind: 'machine', name: 'Zapier', serviceAccountId: id };
    return this.connected(username, await this.changeAs('owner', 'POST', '/keys', input));
  }

  /** Suspended, the platform refuses the company's keys until it is reinstated. */
  async decide(act: 'suspend' | 'reinstate'): Promise<void> {
    const { data } = await this.changeAs('operator', 'GET', '/platform/companies?q=timecraft');
    await this.changeAs('operator', 'POST', `/platform/companies/${data[0].id}/${act}`, { reason: 'Unpaid' });
  }

  private async give(who: 'admin' | 'user', ...names: string[]): Promise<void> {
    const { data } = await this.changeAs('owner', 'GET', '/users');
    const { id } = data.find(({ username }: Connection) => username === `${who}@timecraft.test`);
    await this.changeAs('owner', 'PUT', `/users/${id}/roles`, { roles: await this.roles(...names) });
  }

  private async roles(...names: string[]): Promise<string[]> {
    const { data } = await this.changeAs('owner', 'GET', '/roles?limit=100');
    return data
      .filter(({ name }: { name: string }) => names.includes(name))
      .map(({ id }: { id: string }) => id);
  }

  private connected(
    username: string,
    made: { readonly key: { readonly id: string }; readonly secret: string },
  ): ConnectedKey {
    return { baseUrl: this.server.address, username, key: made.secret, id: made.key.id };
  }
}

async function sessionOf({ wire }: ShippedServer, username: string): Promise<Headers> {
  const { headers } = await wire.post('/sessions', { username, password: demoPassword });
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}
