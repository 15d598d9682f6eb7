import { METHODS } from 'node:http';
import { generateKey } from '../../libs/api-key';
import { minuteMs } from '../../src/platform';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { aDefinedProduct, type DefinedProduct } from '../support/defined-product';
import { anOperator } from '../support/operators';
import { statementsOf } from '../support/statements';

let test: TestApp;
let company: TestCompany;
let product: DefinedProduct;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
  product = await aDefinedProduct(await anOperator(test), ['read', 'refund']);
  await product.enable(company.id);
});
afterAll(() => test.close());

type Headers = Readonly<Record<string, string>>;

async function ask(query: string, headers: Headers, method = 'GET', path = '/gateway/check') {
  // A cast: the types of `inject` name only the usual methods.
  const answer = await test.app.inject({ method: method as 'GET', url: `${path}${query}`, headers });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

const reasonOf = async (...asked: Parameters<typeof ask>) => {
  const { status, headers } = await ask(...asked);
  return [status, headers['kunci-reason']];
};
const withKey = (secret: string): Headers => ({ 'x-api-key': secret });
const basicOf = (username: string, secret: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`,
});
const aProductKey = (input: object = {}) =>
  aKey(company.owner, { kind: 'product', product: product.code, ...input });

describe('a good key', () => {
  it('200 is empty, and may not be kept', async () => {
    const { secret } = await aKey(company.owner);
    const { status, body, headers } = await ask('', withKey(secret));

    expect([status, body]).toEqual([200, '']);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-length': '0' });
    expect(headers).not.toHaveProperty('content-type');
    expect(headers).not.toHaveProperty('kunci-reason');
    expect(Object.keys(headers).length).toBeLessThanOrEqual(6);
  });

  it.each([
    ['X-API-Key', withKey],
    ['Bearer', (secret: string) => ({ authorization: `Bearer ${secret}` })],
    ['Basic', (secret: string) => basicOf(company.slug, secret)],
  ])('200 comes in %s', async (_where, carry) => {
    const { secret } = await aKey(company.owner);
    expect((await ask('', carry(secret))).status).toBe(200);
  });

  it('200 whatever the method, the type and the body', async () => {
    const { secret } = await aKey(company.owner);
    for (const method of METHODS.filter((one) => one !== 'CONNECT')) {
      const type = { 'content-type': 'no type at all', 'content-length': '5' };
      const { status, body } = await ask('', { ...withKey(secret), ...type }, method);
      expect([method, status, body]).toEqual([method, 200, '']);
    }
  });

  it('200 says what is left of its limits, and when it ends', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 10 * minuteMs).toISOString();
    const rateLimits = [{ name: 'minute', limit: 5, windowSeconds: 60 }];
    const { secret } = await aKey(company.owner, { rateLimits, expiresAt });

    expect((await ask('', withKey(secret))).headers).toMatchObject({
      'ratelimit-policy': '"minute";q=5;w=60',
      ratelimit: '"minute";r=4;t=60',
      'kunci-key-expires': expiresAt,
    });
  });

  it('200 counts one use', async () => {
    const { key, secret } = await aKey(company.owner, { quota: { limit: 5, refill: null } });
    await ask('', withKey(secret));

    const { body } = await company.owner.get(`/keys/${key.id}`);
    expect(body.quota.remaining).toBe(4);
  });

  it('asks the database once, and then no more', async () => {
    const { secret } = await aKey(company.owner);
    const query = `?permission=${product.name('read')}%20OR%20sales-invoices:read`;
    const said = async () =>
      (await statementsOf(test, () => ask(query, withKey(secret)))).filter(
        (sql) => !sql.includes('INTO key_usage'),
      );

    expect(await said()).toHaveLength(1);
    expect(await said()).toEqual([]);
  });
});

describe('a key that is refused', () => {
  it.each([
    ['none', {}, [401, 'credentials-missing']],
    ['junk', withKey('junk'), [401, 'invalid-credentials']],
    ['one that nobody made', withKey(generateKey('prefixed', 'kunci')), [401, 'invalid-credentials']],
    ['a cookie', { cookie: 'kunci_session=abc' }, [401, 'credentials-missing']],
    ['a scheme nobody knows', { authorization: 'Digest a' }, [401, 'invalid-credentials']],
  ] as [string, Headers, [number, string]][])(
    '401 has a challenge, and no body: %s',
    async (_what, headers, told) => {
      const answer = await ask('', headers);

      expect([answer.status, answer.headers['kunci-reason']]).toEqual(told);
      expect(answer.body).toBe('');
      expect(answer.headers['www-authenticate']).toBe(
        'Bearer realm="Kunci", Basic realm="Kunci", charset="UTF-8"',
      );
    },
  );

  it('401 at once when it is revoked, expired or disabled', async () => {
    const revoked = await aKey(company.owner);
    const expiresAt = new Date(test.clock.now().getTime() + minuteMs).toISOString();
    const expired = await aKey(company.owner, { expiresAt });
    const disabled = await aKey(company.owner);
    for (const { secret } of [revoked, expired, disabled])
      expect((await ask('', withKey(secret))).status).toBe(200);

    await company.owner.post(`/keys/${revoked.key.id}/revoke`);
    await company.owner.post(`/keys/${disabled.key.id}/disable`);
    test.clock.advance(2 * minuteMs);

    expect(await reasonOf('', withKey(revoked.secret))).toEqual([401, 'revoked']);
    expect(await reasonOf('', withKey(disabled.secret))).toEqual([401, 'disabled']);
    expect(await reasonOf('', withKey(expired.secret))).toEqual([401, 'expired']);
  });

  it('429 says when to come again, and 403 where nginx asks', async () => {
    const rateLimits = [{ name: 'minute', limit: 1, windowSeconds: 60 }];
    const { secret } = await aKey(company.owner, { rateLimits });
    await ask('', withKey(secret));

    const refused = await ask('', withKey(secret));
    const forNginx = await ask('?deny=nginx', withKey(secret));

    expect([refused.status, forNginx.status]).toEqual([429, 403]);
    for (const { headers } of [refused, forNginx])
      expect(headers).toMatchObject({ 'retry-after': '60', 'kunci-reason': 'rate-limited' });
  });

  it('403 where it lacks what is asked for, and spends nothing', async () => {
    const { secret } = await aProductKey({
      permissions: [product.name('read')],
      quota: { limit: 1, refill: null },
    });
    const [read, refund] = [product.name('read'), product.name('refund')];

    expect(await reasonOf(`?permission=${refund}`, withKey(secret))).toEqual([
      403,
      'insufficient-permission',
    ]);
    expect(await reasonOf(`?permission=${read}+AND+${refund}`, withKey(secret))).toEqual([
      403,
      'insufficient-permission',
    ]);
    expect(await reasonOf('?permission=nobody:knows', withKey(secret))).toEqual([
      403,
      'insufficient-permission',
    ]);
    expect((await ask(`?permission=${read}+OR+${refund}`, withKey(secret))).status).toBe(200);
  });

  it('403 of the other environment', async () => {
    const live = await aProductKey();
    const trial = await aProductKey({ environment: 'test' });

    expect(await reasonOf('', withKey(trial.secret))).toEqual([403, 'environment-mismatch']);
    expect(await reasonOf('?environment=test', withKey(live.secret))).toEqual([403, 'environment-mismatch']);
    expect((await ask('?environment=test', withKey(trial.secret))).status).toBe(200);
  });

  it('401 of another product, as if there were no such key', async () => {
    const ofProduct = await aProductKey();
    const ofCompany = await aKey(company.owner);

    expect((await ask(`?product=${product.code}`, withKey(ofProduct.secret))).status).toBe(200);
    expect(await reasonOf(`?product=${product.code}`, withKey(ofCompany.secret))).toEqual([
      401,
      'invalid-credentials',
    ]);
  });

  it('401 with a username that is not its own', async () => {
    const { secret } = await aKey(company.owner);
    expect(await reasonOf('', basicOf('somebody', secret))).toEqual([401, 'username-mismatch']);
  });
});

describe('where the key is', () => {
  it('400 has two credentials, and 403 where nginx asks', async () => {
    const { secret } = await aKey(company.owner);
    const both = { ...withKey(secret), authorization: `Bearer ${secret}` };

    expect(await reasonOf('', both)).toEqual([400, 'several-credentials']);
    expect(await reasonOf('?deny=nginx', both)).toEqual([403, 'several-credentials']);
  });

  it('is what `key` says, and the other header is for somebody else', async () => {
    const { secret } = await aKey(company.owner);
    const other = { authorization: 'Bearer of-another-system' };

    expect((await ask('?key=x-api-key', { ...withKey(secret), ...other })).status).toBe(200);
    expect(
      (await ask('?key=authorization', { ...withKey('x'), authorization: `Bearer ${secret}` })).status,
    ).toBe(200);
    expect((await ask('?key=basic', { ...withKey('x'), ...basicOf(company.slug, secret) })).status).toBe(200);
  });

  it.each([
    ['x-api-key', 'ApiKey realm="Kunci"'],
    ['authorization', 'Bearer realm="Kunci", Basic realm="Kunci", charset="UTF-8"'],
    ['basic', 'Basic realm="Kunci", charset="UTF-8"'],
  ])('401 names in its challenge what `key=%s` takes', async (carrier, challenge) => {
    const { secret } = await aKey(company.owner);
    const elsewhere = carrier === 'x-api-key' ? { authorization: `Bearer ${secret}` } : withKey(secret);
    const answer = await ask(`?key=${carrier}`, elsewhere);

    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, challenge]);
  });

  it('401 of a Bearer where `key=basic` is asked', async () => {
    const { secret } = await aKey(company.owner);
    expect((await ask('?key=basic', { authorization: `Bearer ${secret}` })).status).toBe(401);
  });
});

describe('a question that nobody can understand', () => {
  let good: Headers;
  beforeAll(async () => {
    good = withKey((await aKey(company.owner)).secret);
  });

  it.each([
    ['a parameter there is not', '?permision=orders:read'],
    ['a permission of nothing', '?permission='],
    ['a resource without an action', '?permission=orders'],
    ['half an expression', '?permission=orders:read+AND'],
    ['a permission twice', '?permission=a:read&permission=b:read'],
    ['more than 50', `?permission=${Array.from({ length: 51 }, (_, at) => `a:r${at}`).join('+OR+')}`],
    ['more than 1,000 characters', `?permission=${'a'.repeat(1_001)}:read`],
    ['far more', `?permission=${'a'.repeat(6_000)}:read`],
    ['no environment', '?environment=staging'],
    ['no product', '?product='],
    ['a place for keys there is not', '?key=cookie'],
    ['a way to deny there is not', '?deny=apache'],
    ['no UTF-8', '?permission=%ff'],
  ])('400 lets nobody through: %s', async (_what, query) => {
    expect(await reasonOf(query, good)).toEqual([400, 'malformed-request']);
    expect(await reasonOf(`${query}&deny=nginx`, good)).toEqual([
      query.includes('deny') ? 400 : 403,
      'malformed-request',
    ]);
  });

  it('200 has 50 permissions', async () => {
    const fifty = [...Array.from({ length: 49 }, (_, at) => `a:r${at}`), 'sales-invoices:read'];
    expect((await ask(`?permission=${fifty.join('+OR+')}`, good)).status).toBe(200);
  });
});

describe('an address that a gateway puts behind its own', () => {
  let test1: Headers;
  let good: Headers;
  beforeAll(async () => {
    test1 = withKey((await aKey(company.owner, { environment: 'test' })).secret);
    good = withKey((await aKey(company.owner)).secret);
  });

  it('200 is that of its client after `path=`, whatever it holds', async () => {
    const query =
      '?permission=sales-invoices:read&path=/orders?page=2&permission=nobody:knows&deny=nginx&x=%ff';
    expect((await ask(query, good)).status).toBe(200);
    expect((await ask('?path=/orders', good)).status).toBe(200);
  });

  it('403 cannot say there that test keys are accepted', async () => {
    const own = '?permission=sales-invoices:read&path=/orders?a=b&environment=test';
    expect(await reasonOf(own, test1)).toEqual([403, 'environment-mismatch']);
  });

  it('stands behind the path, too, and the query can only ask for more there', async () => {
    const path = '/gateway/check/orders/%E2%82%AC';
    expect((await ask('', good, 'GET', path)).status).toBe(200);
    expect((await ask('?permission=sales-invoices:read', good, 'GET', path)).status).toBe(200);
    expect(await reasonOf('?permission=nobody:knows', good, 'GET', path)).toEqual([
      403,
      'insufficient-permission',
    ]);
    expect(await reasonOf('?environment=test', test1, 'GET', path)).toEqual([400, 'malformed-request']);
    expect(await reasonOf('?environment=test', test1, 'GET', '/gateway/check/')).toEqual([
      400,
      'malformed-request',
    ]);
    expect(await reasonOf('', test1, 'GET', path)).toEqual([403, 'environment-mismatch']);
  });

  it('400 without a body where it cannot be decoded', async () => {
    const { status, body } = await ask('', good, 'GET', '/gateway/check/%ff');
    expect([status, body]).toEqual([400, '']);
  });
});
