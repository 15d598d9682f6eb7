import { randomBytes } from 'node:crypto';
import { steppedUp } from './builders';
import { type Act } from './canary-acts';

const shape = { prefix: 'old_', length: 40, alphabet: 'hex' };

/** Imports keys as they are and by what is no hash, where it works and where it is refused, and uses what was imported. */
export async function importEverywhere({ test, company, secrets, say }: Act): Promise<void> {
  const text = `old_${randomBytes(18).toString('hex')}`;
  secrets.set('an imported key', text);
  const row = { hash: text, algorithm: 'plain', name: 'Old' };
  const body = { kind: 'company', shape, keys: [row] };
  const proved = () => steppedUp(company.owner, { action: 'import' });
  await say(company.owner.post('/keys/import', body));
  await say(company.owner.with({ 'idempotency-key': 'canary-import' }).post('/keys/import', body));
  await say((await proved()).post('/keys/import', body));
  await say((await proved()).post('/keys/import', body));
  for (const wrong of [
    {
      ...body,
      keys: [
        { ...row, algorithm: 'sha256-hex' },
        { ...row, algorithm: text },
        { ...row, hash: `${text}x` },
      ],
    },
    {
      ...body,
      keys: [
        { ...row, secretName: text },
        { ...row, expiresAt: text },
        { ...row, permissions: [text] },
      ],
    },
    { ...body, keys: text },
    { ...body, kind: text },
    { ...body, product: text },
    { ...body, shape: { ...shape, prefix: text } },
  ])
    await say((await proved()).post('/keys/import', wrong));
  for (const one of [text, `${text} `, text.replace(/.$/, 'x')]) {
    await say(test.anyone.withKey(one).get('/me'));
    await say(test.anyone.withBasic(company.slug, one).get('/core/api/v1/me'));
    await say(company.owner.post('/keys/verify', { key: one }));
    await say(company.owner.post('/keys/lookup', { key: one }));
  }
}
