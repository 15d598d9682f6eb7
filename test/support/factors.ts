import { password } from './builders';
import { type Client } from './client';
import { codeAt } from './code-at';
import { type TestApp } from './test-app';

export const pin = '580274';

/** Sets this PIN for the signed-in user. */
export async function givePin(client: Client, chosen = pin): Promise<void> {
  const answer = await client.put('/me/pin', { password, pin: chosen });
  if (answer.status !== 204) throw new Error(`No PIN was set: ${JSON.stringify(answer.body)}`);
}

/** Begins one-time codes for the signed-in user. @returns the secret, which is pending. */
export async function beginTotp(client: Client): Promise<string> {
  const answer = await client.post('/me/totp', { password });
  if (answer.status !== 201) throw new Error(`No secret was given: ${JSON.stringify(answer.body)}`);
  return answer.body.secret;
}

/** Sets up one-time codes for the signed-in user, and moves the clock past the first. @returns the secret. */
export async function giveTotp(test: TestApp, client: Client): Promise<string> {
  const secret = await beginTotp(client);
  const answer = await client.put('/me/totp', { code: codeNow(test, secret) });
  if (answer.status !== 204) throw new Error(`The secret was not confirmed: ${JSON.stringify(answer.body)}`);
  // The code that confirmed is used up; the next one is another.
  test.clock.advance(30_000);
  return secret;
}

/** What an authenticator app shows now. @param late by how many steps of 30 seconds its clock is behind. */
export function codeNow(test: TestApp, secret: string, late = 0): string {
  return codeAt(secret, test.clock.now().getTime() - late * 30_000);
}

/** A code that is right neither now nor a step before or after. */
export function wrongCode(test: TestApp, secret: string): string {
  const right = [-1, 0, 1].map((late) => codeNow(test, secret, late));
  return ['111111', '222222', '333333', '444444'].find((code) => !right.includes(code)) ?? '';
}
