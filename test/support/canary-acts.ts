import { aCompany, password, steppedUp, type TestCompany } from './builders';
import { importEverywhere } from './canary-imports';
import { lookUpEverywhere } from './canary-lookups';
import { useSecretsOfPeople } from './canary-people';
import { type Answer, type Client } from './client';
import { anOperator, aProduct } from './operators';
import { type TestApp } from './test-app';

/** What was said and answered while secrets were made, used, refused and put where they do not belong. */
export interface Canary {
  readonly company: TestCompany;
  /** Every secret that a client sent or was given, by what it is. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly answers: readonly Answer[];
}

const wrongPassword = 'a wrong canary password';

/** Drives all that takes or gives a secret, where it works and where it is refused. */
export async function releaseCanaries(test: TestApp): Promise<Canary> {
  const company = await aCompany(test);
  const secrets = new Map([
    ['the password', password],
    ['a wrong password', wrongPassword],
  ]);
  const answers: Answer[] = [];
  const say = async (asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    answers.push(answer);
    return answer;
  };
  /** What can be repeated is, so that what is kept of an answer for the second time is looked into, too. */
  const twice = async (client: Client, path: string, body: object): Promise<Answer> => {
    const named = client.with({ 'idempotency-key': `canary-${answers.length}` });
    const first = await say(named.post(path, body));
    const second = await say(named.post(path, body));
    if (second.headers['idempotency-replayed'] !== 'true') throw new Error(`${path} was not repeated.`);
    return first;
  };
  const act = { test, company, secrets, say, twice };
  const keys = await makeKeys(act);
  await signInAndOut(act, keys);
  for (const key of keys) await presentEverywhere(act, key);
  await verifyAndRotate(act, keys);
  await importEverywhere(act);
  await stepUpAndEnd(act, keys);
  await useSecretsOfPeople(act);
  return { company, secrets, answers };
}

/** What an act needs: where, for whom, and where its secrets and answers are noted. */
export interface Act {
  readonly test: TestApp;
  readonly company: TestCompany;
  readonly secrets: Map<string, string>;
  readonly say: (asked: Promise<Answer>) => Promise<Answer>;
  /** The first answer of two to one request with an `Idempotency-Key`. */
  readonly twice: (client: Client, path: string, body: object) => Promise<Answer>;
}

interface MadeKey {
  readonly id: string;
  readonly text: string;
}

/** One key of each format; the second can be shown again. */
async function makeKeys({ company, secrets, twice }: Act): Promise<MadeKey[]> {
  const make = async () => (await twice(company.owner, '/keys', { kind: 'company', name: 'Canary' })).body;
  const once = await make();
  const policy = {
    format: 'hex32',
    visibility: 'recoverable',
    stepUp: { reveal: 'password', revoke: 'password' },
  };
  await company.owner.patch('/settings', { keys: { company: { ...policy, selfRotate: true } } });
  const recoverable = await make();
  secrets.set('a prefixed key', once.secret);
  secrets.set('a recoverable key', recoverable.secret);
  return [once, recoverable].map(({ key, secret }) => ({ id: key.id, text: secret }));
}

async function signInAndOut({ test, company, secrets, say }: Act, keys: readonly MadeKey[]): Promise<void> {
  const username = `owner@${company.slug}.test`;
  const opened = await say(test.anyone.post('/sessions', { username, password }));
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  const token = cookie.split('=')[1] ?? '';
  secrets.set('a session token', token);
  await say(test.anyone.with({ cookie }).get('/sessions/current'));
  await say(test.anyone.withBearer(token).get('/me'));
  await say(test.anyone.post('/sessions', { username, password: wrongPassword }));
  await say(test.anyone.post('/sessions', { username: 'nobody@nowhere.test', password: wrongPassword }));
  for (const { text } of keys) {
    await say(test.anyone.post('/sessions', { username, password: text }));
    await say(test.anyone.post('/sessions', { username: text, password }));
    await say(test.anyone.post('/sessions', { username: text, password: text, key: text }));
  }
  await say(test.anyone.with({ cookie }).delete('/sessions/current'));
  await say(test.anyone.with({ cookie }).get('/me'));
}

/** A key where it belongs, where it does not, and nearly right. */
async function presentEverywhere({ test, company, say }: Act, { text }: MadeKey): Promise<void> {
  const { anyone } = test;
  const { owner } = company;
  const carriers: Client[] = [
    anyone.withKey(text),
    anyone.withBearer(text),
    anyone.withBasic(company.slug, text),
    anyone.withBasic('someone-else', text),
    anyone.withBasic(text, text),
    anyone.withKey(`${text}x`),
    anyone.withKey(text.toUpperCase()),
    anyone.with({ authorization: `Basic ${text}` }),
    anyone.with({ authorization: text }),
    anyone.with({ cookie: `kunci_session=${text}` }),
    anyone.withKey(text).withBearer(text),
    owner.withKey(text),
  ];
  for (const client of carriers) {
    for (const path of ['/me', '/core/api/v1/sales_invoices', '/keys']) await say(client.get(path));
  }
  for (const path of [
    `/keys/${text}`,
    `/${text}`,
    `/users/${text}%E0%A4`,
    `/keys/${text}${'x'.repeat(9_000)}`,
  ]) {
    await say(owner.get(path));
    await say(anyone.get(path));
  }
  for (const field of ['q', 'cursor', 'status', 'limit']) await say(owner.get(`/keys?${field}=${text}`));
  for (const field of ['actor', 'target', 'type', 'from']) await say(owner.get(`/events?${field}=${text}`));
  for (const body of misplaced(text)) await say(owner.post('/keys', body));
  for (const header of [
    'step-up-token',
    'origin',
    'x-request-id',
    'idempotency-key',
    'content-type',
    'accept',
  ])
    await say(owner.with({ [header]: text }).post('/keys', { kind: 'company' }));
}

/** Bodies with a key where none is asked for, or that are no JSON at all. */
function misplaced(text: string): (object | string)[] {
  return [
    `{"kind": "company", "name": "${text}`,
    text,
    `"${text}"`,
    `{"__proto__": "${text}"}`,
    `${'['.repeat(20)}"${text}"`,
    { kind: text },
    { kind: 'company', expiresAt: text },
    { kind: 'company', permissions: [text] },
    { kind: 'company', secret: text },
    { kind: 'company', name: `${text}\n` + 'x'.repeat(100) },
  ];
}

async function verifyAndRotate(act: Act, keys: readonly MadeKey[]): Promise<void> {
  const { test, company, secrets, say, twice } = act;
  const { owner } = company;
  const operator = await anOperator(test);
  const product = await aProduct(operator);
  const made = await twice(operator.client, '/platform/service-keys', { name: 'Backend', product });
  secrets.set('a service key', made.body.secret);
  const backend = test.anyone.withKey(made.body.secret);
  for (const { id, text } of keys) {
    for (const input of [
      {},
      { username: text },
      { address: text },
      { product: text },
      { permission: text },
    ]) {
      await say(owner.post('/keys/verify', { key: text, ...input }));
      await say(backend.post('/keys/verify', { key: text, ...input }));
    }
    await say(owner.post('/keys/verify', { key: `${text}x` }));
    await lookUpEverywhere(act, operator.client, text);
    const rotated = await twice(owner, `/keys/${id}/rotate`, { overlapSeconds: 60 });
    secrets.set(`a newer secret of ${id}`, rotated.body.secret);
    for (const secret of [text, rotated.body.secret]) await say(test.anyone.withKey(secret).get('/me'));
  }
  await rotateItself(act);
  await say(backend.get('/me'));
  await say(operator.client.post(`/platform/service-keys/${made.body.serviceKey.id}/revoke`));
  await say(backend.post('/keys/verify', { key: made.body.secret }));
}

async function rotateItself({ test, company: { owner }, secrets, say, twice }: Act): Promise<void> {
  const { secret } = (await say(owner.post('/keys', { kind: 'company', name: 'Rotates itself' }))).body;
  const rotated = await twice(test.anyone.withKey(secret), '/keys/self/rotate', { overlapSeconds: 3_600 });
  secrets.set('a key that rotates itself', secret).set('its newer secret', rotated.body.secret);
}

async function stepUpAndEnd({ company, secrets, say }: Act, keys: readonly MadeKey[]): Promise<void> {
  const { owner } = company;
  for (const { id, text } of keys) {
    for (const secret of [wrongPassword, text])
      await say(
        owner.post('/step-ups', { factor: 'password', secret, action: 'reveal', kind: 'company', keyId: id }),
      );
    await say(
      owner.post('/step-ups', { factor: 'pin', secret: text, action: 'revoke', kind: 'company', keyId: id }),
    );
    for (const [action, path] of Object.entries({
      reveal: `/keys/${id}/reveal`,
      revoke: `/keys/${id}/revoke`,
    })) {
      const request = { factor: 'password', secret: password, action, kind: 'company', keyId: id };
      const granted = await say(owner.post('/step-ups', request));
      const token = String(granted.body.stepUpToken);
      secrets.set(`a token to ${action} ${id}`, token);
      const proved = owner.with({ 'step-up-token': token });
      await say(owner.with({ 'step-up-token': `${token}x` }).post(path));
      await say(owner.get(`/keys?q=${token}`));
      for (let time = 1; time <= 2; time += 1) await say(proved.post(path));
    }
    await say((await steppedUp(owner, { action: 'revoke', keyId: id })).delete(`/keys/${id}`));
    await say(owner.post(`/keys/${id}/reveal`));
  }
}
