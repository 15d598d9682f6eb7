import { aCompany, aKey, anOperator, aUser, password, startApp, type TestApp, crowd } from '../support';
import { queryRows } from '../support/tables';

let test: TestApp;
let count = 0;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** A valid input, except for what is given. */
function input(changes: object = {}, owner: object = {}) {
  count += 1;
  const slug = `slug-${count}`;
  return { name: 'Kopi Senja', slug, owner: { username: `me@${slug}.test`, password, ...owner }, ...changes };
}

describe('POST /companies as somebody new', () => {
  it('201 founds a company in onboarding, whose Owner signs in and may submit it', async () => {
    const asked = input();
    const answer = await test.anyone.post('/companies', asked);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        company: { name: 'Kopi Senja', slug: asked.slug, status: 'onboarding', rejectedReason: null },
        user: { username: asked.owner.username },
      },
    });
    expect(JSON.stringify(answer.body)).not.toContain(password);

    const owner = await test.anyone.signIn(asked.owner.username, password);
    expect((await owner.get('/company')).body).toEqual(answer.body.company);
    expect((await owner.get('/users')).body.data).toMatchObject([{ roles: [{ name: 'Owner' }] }]);
    expect((await owner.post('/company/submission')).body).toMatchObject({ status: 'in_review' });
  });

  it('201 writes down who founded it', async () => {
    const asked = input();
    const { user, company } = (await test.anyone.post('/companies', asked)).body;
    const owner = await test.anyone.signIn(asked.owner.username, password);
    expect((await owner.get('/events?type=company.founded')).body.data).toMatchObject([
      { actor: { kind: 'user', id: user.id, name: user.username }, target: { id: company.id } },
    ]);
  });

  it('201 gives the username its one spelling', async () => {
    const answer = await test.anyone.post('/companies', input({}, { username: 'ＤＥＷＩ@Example.TEST' }));
    expect(answer.body.user.username).toBe('dewi@example.test');
  });

  it('201 treats a cookie whose session is over as nobody', async () => {
    const { username } = await aUser(test);
    const gone = await test.anyone.signIn(username, password);
    await gone.delete('/sessions/current');
    expect(await gone.post('/companies', input())).toMatchObject({ status: 201 });
  });

  it('201 ignores an API key: it is no session', async () => {
    const { owner } = await aCompany(test);
    const { secret } = await aKey(owner);
    const asked = input();
    expect(await test.anyone.withKey(secret).post('/companies', asked)).toMatchObject({
      status: 201,
      body: { user: { username: asked.owner.username } },
    });
  });

  it('401 asks for a key under /core, where cookies do not count', async () => {
    const { owner } = await aCompany(test);
    expect(await owner.post('/core/api/v1/companies', input())).toMatchObject({ status: 401 });
  });

  it('403 refuses what a page of another site sent', async () => {
    const foreign = test.anyone.with({ origin: 'https://evil.example' });
    expect(await foreign.post('/companies', input())).toMatchObject({ status: 403, body: { code: 'csrf' } });
  });

  it.each([
    ['no owner', input({ owner: undefined }), '/owner'],
    ['an unknown field', input({ status: 'approved' }), '/status'],
    ['an unknown field of the owner', input({}, { operator: true }), '/owner/operator'],
    ['no name', input({ name: undefined }), '/name'],
    ['a blank name', input({ name: '  ' }), '/name'],
    ['a name with a control character', input({ name: 'a\u0000b' }), '/name'],
    ['a name that is a number', input({ name: 7 }), '/name'],
    ['a short slug', input({ slug: 'ab' }), '/slug'],
    ['a long slug', input({ slug: 'a'.repeat(64) }), '/slug'],
    ['a slug in capitals', input({ slug: 'Kopi' }), '/slug'],
    ['a slug with a leading hyphen', input({ slug: '-kopi' }), '/slug'],
    ['a slug with a trailing hyphen', input({ slug: 'kopi-' }), '/slug'],
    ['a slug with a double hyphen', input({ slug: 'ko--pi' }), '/slug'],
    ['a slug with a line break', input({ slug: 'kopi\n' }), '/slug'],
    ['a slug that is a number', input({ slug: 12345 }), '/slug'],
    ['a username with a colon', input({}, { username: 'a:b@c.test' }), '/owner/username'],
    ['a username with a control character', input({}, { username: 'ab\u0007c' }), '/owner/username'],
    ['a username with a space', input({}, { username: 'dewi sartika' }), '/owner/username'],
    ['a username of mixed scripts', input({}, { username: 'dеwi-latin' }), '/owner/username'],
    ['a short password', input({}, { password: 'elevenchars' }), '/owner/password'],
    ['a long password', input({}, { password: 'x'.repeat(257) }), '/owner/password'],
    ['a password like a key', input({}, { password: '0123456789abcdef'.repeat(2) }), '/owner/password'],
    ['a password with half a character', input({}, { password: 'long enough \uD800' }), '/owner/password'],
    [
      'the username as password',
      input({}, { username: 'dewi@example.net', password: 'DEWI@example.net' }),
      '/owner/password',
    ],
  ])('422 refuses %s', async (_, asked, pointer) => {
    const answer = await test.anyone.post('/companies', asked);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it.each(['', '[]', 'null', '"text"', '{"name":'])('4xx refuses %p as a body', async (body) => {
    const answer = await test.anyone.post('/companies', body);
    expect([400, 422]).toContain(answer.status);
  });

  it('409 tells which of slug and username is taken, and leaves nothing behind', async () => {
    const first = input();
    await test.anyone.post('/companies', first);
    const sameSlug = input({ slug: first.slug });
    expect(await test.anyone.post('/companies', sameSlug)).toMatchObject({
      status: 409,
      body: { code: 'slug-taken' },
    });
    const sameName = input({}, { username: first.owner.username.toUpperCase() });
    expect(await test.anyone.post('/companies', sameName)).toMatchObject({
      status: 409,
      body: { code: 'username-taken' },
    });

    const users = 'SELECT id FROM users WHERE username = ?';
    expect(await queryRows(test, users, [sameSlug.owner.username])).toEqual([]);
    const companies = 'SELECT id FROM companies WHERE slug = ?';
    expect(await queryRows(test, companies, [sameName.slug])).toEqual([]);
  });

  it('409 refuses all but one of those who want the same slug at once', async () => {
    const { slug } = input();
    const answers = await crowd(20, () => test.anyone.post('/companies', input({ slug })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'slug-taken')).toHaveLength(19);
  });

  it('409 refuses all but one of those who want the same username at once', async () => {
    const { username } = input().owner;
    const answers = await crowd(20, () => test.anyone.post('/companies', input({}, { username })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'username-taken')).toHaveLength(19);
  });
});

describe('POST /companies while signed in', () => {
  const another = () => {
    const { name, slug } = input();
    return { name, slug };
  };

  it('201 makes the signed-in user the Owner of another company, and leaves the session where it is', async () => {
    const company = await aCompany(test);
    const answer = await company.owner.post('/companies', another());
    expect(answer).toMatchObject({ status: 201, body: { user: { id: company.ownerId } } });

    const session = (await company.owner.get('/sessions/current')).body;
    expect(session.company.id).toBe(company.id);
    expect(session.companies).toMatchObject([{ id: company.id }, { id: answer.body.company.id }]);
    await company.owner.put('/sessions/current/company', { companyId: answer.body.company.id });
    expect((await company.owner.get('/company')).body).toEqual(answer.body.company);
  });

  it('201 takes in who is in no company yet', async () => {
    const { username } = await aUser(test);
    const client = await test.anyone.signIn(username, password);
    expect(await client.post('/companies', another())).toMatchObject({
      status: 201,
      body: { user: { username } },
    });
  });

  it('403 refuses an operator, who belongs to no company', async () => {
    const { client } = await anOperator(test);
    expect(await client.post('/companies', another())).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('422 refuses to make another person', async () => {
    const { owner } = await aCompany(test);
    expect(await owner.post('/companies', input())).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/owner' }] },
    });
  });
});

describe('GET /sign-up', () => {
  it('200 says that companies can sign up', async () => {
    const test = await startApp();

    const answer = await test.anyone.get('/sign-up');

    expect(answer).toMatchObject({ status: 200, body: { open: true } });
    await test.close();
  });
});

describe('POST /companies where sign-up is closed', () => {
  let closed: TestApp;

  beforeAll(async () => {
    closed = await startApp({ env: { SIGN_UP: 'closed' } });
  });
  afterAll(() => closed.close());

  it('403 refuses everyone, before looking at the body', async () => {
    for (const body of [input(), { slug: 7 }]) {
      expect(await closed.anyone.post('/companies', body)).toMatchObject({
        status: 403,
        body: { code: 'sign-up-closed' },
      });
    }
  });

  it('200 says so before anyone fills in a form', async () => {
    expect(await closed.anyone.get('/sign-up')).toMatchObject({ status: 200, body: { open: false } });
  });
});
