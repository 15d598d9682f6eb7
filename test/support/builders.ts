import { type SystemRoleCode } from '../../libs/permissions';
import { Founding } from '../../src/auth';
import { UnitOfWork } from '../../src/platform/database';
import { NewMembers, Passwords, UserDirectory } from '../../src/users';
import { type Client } from './client';
import { type TestApp } from './test-app';

export const password = 'correct horse battery';

export interface TestCompany {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly roleIds: ReadonlyMap<SystemRoleCode, string>;
  /** Signed in as the Owner. */
  readonly owner: Client;
  readonly ownerId: string;
  /** Adds an active member with these system roles and signs them in. */
  member(...roles: SystemRoleCode[]): Promise<TestMember>;
}

export interface TestMember {
  readonly id: string;
  readonly username: string;
  readonly client: Client;
}

let hashed: string | null = null;

/** An approved company with an Owner. Every one is another. */
export async function aCompany(test: TestApp, name = 'Acme'): Promise<TestCompany> {
  const slug = `company-${unique()}`;
  const ownerName = `owner@${slug}.test`;
  const { principal, roleIds, ownerId } = await test.app.get(UnitOfWork).run(async (tx) => {
    const ownerId = await test.app.get(UserDirectory).insert(ownerName, await passwordHash(test), tx);
    const draft = { name, slug, status: 'approved', locale: 'en' } as const;
    const founded = await test.app.get(Founding).found(draft, { id: ownerId, username: ownerName }, tx);
    await test.app
      .get(NewMembers)
      .insert(founded.principal, ownerId, [founded.roleIds.get('owner') ?? ''], tx);
    return { ...founded, ownerId };
  });
  return {
    id: principal.company?.id ?? '',
    slug,
    name,
    roleIds,
    ownerId,
    owner: await test.anyone.signIn(ownerName, password),
    member: async (...roles) => {
      const { id, username } = await aUser(test);
      const ids = roles.map((role) => roleIds.get(role) ?? '');
      await test.app.get(UnitOfWork).run((tx) => test.app.get(NewMembers).insert(principal, id, ids, tx));
      return { id, username, client: await test.anyone.signIn(username, password) };
    },
  };
}

/** A person who is in no company yet. */
export async function aUser(test: TestApp): Promise<{ id: string; username: string }> {
  const username = `user-${unique()}@people.test`;
  const hash = await passwordHash(test);
  const id = await test.app
    .get(UnitOfWork)
    .run((tx) => test.app.get(UserDirectory).insert(username, hash, tx));
  return { id, username };
}

/** Makes a company key through the API. @returns the answer's body. */
export async function aKey(
  client: Client,
  input: object = {},
): Promise<{ key: { id: string }; secret: string }> {
  const answer = await client.post('/keys', { kind: 'company', name: 'Integration', ...input });
  if (answer.status !== 201) throw new Error(`No key was made: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Proves the password for one act. @returns a client that sends the token. */
export async function steppedUp(client: Client, act: object, secret = password): Promise<Client> {
  const answer = await client.post('/step-ups', { factor: 'password', secret, kind: 'company', ...act });
  if (answer.status !== 201) throw new Error(`No step-up: ${JSON.stringify(answer.body)}`);
  return client.with({ 'step-up-token': answer.body.stepUpToken });
}

let count = 0;

function unique(): string {
  count += 1;
  return `${process.pid}-${count}`;
}

/** Hashing is slow on purpose; one hash serves every account of a suite. */
async function passwordHash(test: TestApp): Promise<string> {
  hashed ??= await test.app.get(Passwords).hash(password);
  return hashed;
}
