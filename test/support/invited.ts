import { randomUUID } from 'node:crypto';
import { type Client } from './client';

export interface Invited {
  readonly id: string;
  readonly username: string;
  readonly token: string;
}

/** Invites a person, one nobody has heard of unless a username is given. */
export async function anInvitation(
  by: Client,
  input: { username?: string; roles?: readonly (string | undefined)[] } = {},
): Promise<Invited> {
  const username = input.username ?? newUsername();
  const answer = await by.post('/users', { username, roles: input.roles ?? [] });
  if (answer.status !== 201) throw new Error(`Nobody was invited: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.member.id, username, token: answer.body.invitation.token };
}

export function newUsername(): string {
  return `new-${randomUUID()}@people.test`;
}
