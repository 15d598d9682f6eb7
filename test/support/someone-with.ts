import { type TestCompany } from './builders';
import { type Client } from './client';

/** A member who holds the permissions of one role, and nothing else. */
export interface Holder {
  readonly id: string;
  readonly client: Client;
  /** Gives them these permissions instead. */
  readonly hold: (...permissions: string[]) => Promise<void>;
}

let count = 0;

/** A member of the company who holds exactly these permissions. */
export async function someoneWith({ owner, member }: TestCompany, ...permissions: string[]): Promise<Holder> {
  const { client, id } = await member();
  count += 1;
  const role = await owner.post('/roles', { name: `Role ${count} of a holder`, permissions });
  const given = await owner.put(`/users/${id}/roles`, { roles: [role.body.id] });
  if (given.status !== 200) throw new Error(`The role was not given: ${JSON.stringify(given.body)}`);
  const hold = async (...others: string[]): Promise<void> => {
    const changed = await owner.patch(`/roles/${role.body.id}`, { permissions: others });
    if (changed.status !== 200) throw new Error(`Not changed: ${JSON.stringify(changed.body)}`);
  };
  return { id, client, hold };
}

/** The permissions to do this to keys of a kind. */
export function onKeys(kind: string, ...actions: string[]): string[] {
  return actions.map((action) => `keys.${kind}:${action}`);
}
