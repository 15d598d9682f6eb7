import { aKey, type TestCompany } from './builders';
import { type Client } from './client';

export interface TestServiceAccount {
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

let count = 0;

/** A custom role with these permissions, made as the Owner. @returns its id. */
export async function aRoleWith({ owner }: TestCompany, ...permissions: string[]): Promise<string> {
  const { body } = await owner.post('/roles', { name: `Role of machines ${(count += 1)}`, permissions });
  return body.id;
}

/** Makes a service account whose one role has these permissions. @throws when it is refused. */
export async function aServiceAccount(
  company: TestCompany,
  ...permissions: string[]
): Promise<TestServiceAccount> {
  const roles = [await aRoleWith(company, ...permissions)];
  const made = await company.owner.post('/service-accounts', { name: `machine-${(count += 1)}`, roles });
  if (made.status !== 201) throw new Error(`No service account was made: ${JSON.stringify(made.body)}`);
  return made.body;
}

/** Makes a key of this service account. */
export function aMachineKey(
  client: Client,
  { id }: { readonly id: string },
  input: object = {},
): Promise<{ key: { id: string }; secret: string }> {
  return aKey(client, { kind: 'machine', name: 'Machine', serviceAccountId: id, ...input });
}
