import { aCompany } from './builders';
import { type Act } from './canary-acts';
import { type Client } from './client';

/** Looks a key up in its company and outside, and in bodies that are refused. */
export async function lookUpEverywhere(
  { test, company, say }: Act,
  operator: Client,
  text: string,
): Promise<void> {
  const stranger = await aCompany(test);
  for (const key of [text, `"${text}"`, `${text}x`, `${text}${' '.repeat(600)}`]) {
    for (const client of [company.owner, stranger.owner, operator, test.anyone]) {
      await say(client.post('/keys/lookup', { key }));
      await say(client.post('/platform/keys/lookup', { key }));
    }
  }
  const named = company.owner.with({ 'idempotency-key': 'canary-lookup' });
  await say(named.post('/keys/lookup', { key: text }));
  await say(company.owner.post('/keys/lookup', { key: text, note: text }));
  await say(company.owner.get(`/keys/lookup?key=${text}`));
  // Two reports that are refused: a key that is reported would end here, and what is told of that is looked into elsewhere.
  await say(test.anyone.post('/credentials/revoke', { credentials: [text], note: text }));
  await say(test.anyone.post(`/credentials/revoke?token=${text}`, { credentials: [`${text}x`] }));
  await say(operator.post(`/platform/keys/${text}/revoke`, { reason: text.slice(0, 8) }));
}
