import { aCompany, aKey, anOperator, aUser, password, startApp, type TestApp } from '../support';
import { queryRows } from '../support/tables';

let test: TestApp;
let count = 0;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** A wish that would be granted, but for what is given. */
function wish(changes: object = {}, owner: object = {}) {
  count += 1;
  const slug = `slug-${count}`;
  return { name: 'Kopi Senja', slug, owner: { username: `me@${slug}.test`, password, ...owner }, ...changes };
}

describe('POST /companies as somebody new', () => {
  it('201 founds a company in onboarding, whose Owner signs in and may submit it', async () => {
    const asked = wish();
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
    const asked = wish();
    const { user, company } = (await test.anyone.post('/companies', asked)).body;
    const owner = await test.anyone.signIn(asked.owner.username, password);
    expect((await owner.get('/events?type=company.founded')).body.data).toMatchObject([
      { actor: { kind: 'user', id: user.id, name: user.username }, target: { id: company.id } },
    ]);
  });

  it('201 gives the username its one spelling', async () => {
    const answer = await test.anyone.post('/companies', wish({}, { username: 'ＤＥＷＩ@Example.TEST' }));
    expect(answer.body.user.username).toBe('dewi@example.test');
  });

  it('201 treats a cookie whose session is over as nobody', async () => {
    const { username } = await aUser(test);
    const gone = await test.anyone.signIn(username, password);
    await gone.delete('/sessions/current');
    expect(await gone.post('/companies', wish())).toMatchObject({ status: 201 });
  });

  it('201 ignores an API key: it is no session', async () => {
    const { owner } = await aCompany(test);
    const { secret } = await aKey(owner);
    const asked = wish();
    expect(await test.anyone.withKey(secret).post('/companies', asked)).toMatchObject({
      status: 201,
      body: { user: { username: asked.owner.username } },
    });
  });

  it('401 asks for a key under /core, where cookies do not count', async () => {
    const { owner } = await aCompany(test);
    expect(await owner.post('/core/api/v1/companies', wish())).toMatchObject({ status: 401 });
  });

  it('403 refuses what a page of another site sent', async () => {
    const foreign = test.anyone.with({ origin: 'https://evil.example' });
    expect(await foreign.post('/companies', wish())).toMatchObject({ status: 403, body: { code: 'csrf' } });
  });

  it.each([
    ['no owner', wish({ owner: undefined }), '/owner'],
    ['an unknown field', wish({ status: 'approved' }), '/status'],
    ['an unknown field of the owner', wish({}, { operator: true }), '/owner/operator'],
    ['no name', wish({ name: undefined }), '/name'],
    ['a blank name', wish({ name: '  ' }), '/name'],
    ['a name with a control character', wish({ name: 'a\u0000b' }), '/name'],
    ['a name that is a number', wish({ name: 7 }), '/name'],
    ['a short slug', wish({ slug: 'ab' }), '/slug'],
    ['a long slug', wish({ slug: 'a'.repeat(64) }), '/slug'],
    ['a slug in capitals', wish({ slug: 'Kopi' }), '/slug'],
    ['a slug with a leading hyphen', wish({ slug: '-kopi' }), '/slug'],
    ['a slug with a trailing hyphen', wish({ slug: 'kopi-' }), '/slug'],
    ['a slug with a double hyphen', wish({ slug: 'ko--pi' }), '/slug'],
    ['a slug with a line break', wish({ slug: 'kopi\n' }), '/slug'],
    ['a slug that is a number', wish({ slug: 12345 }), '/slug'],
    ['a username with a colon', wish({}, { username: 'a:b@c.test' }), '/owner/username'],
    ['a username with a control character', wish({}, { username: 'ab\u0007c' }), '/owner/username'],
    ['a username with a space', wish({}, { username: 'dewi sartika' }), '/owner/username'],
    ['a username of mixed scripts', wish({}, { username: 'dеwi-latin' }), '/owner/username'],
    ['a short password', wish({}, { password: 'elevenchars' }), '/owner/password'],
    ['a long password', wish({}, { password: 'x'.repeat(257) }), '/owner/password'],
    ['a password like a key', wish({}, { password: '0123456789abcdef'.repeat(2) }), '/owner/password'],
    ['a password with half a character', wish({}, { password: 'long enough \uD800' }), '/owner/password'],
    [
      'the username as password',
      wish({}, { username: 'dewi@example.net', password: 'DEWI@example.net' }),
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
    const first = wish();
    await test.anyone.post('/companies', first);
    const sameSlug = wish({ slug: first.slug });
    expect(await test.anyone.post('/companies', sameSlug)).toMatchObject({
      status: 409,
      body: { code: 'slug-taken' },
    });
    const sameName = wish({}, { username: first.owner.username.toUpperCase() });
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
    const { slug } = wish();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => test.anyone.post('/companies', wish({ slug }))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'slug-taken')).toHaveLength(19);
  });

  it('409 refuses all but one of those who want the same username at once', async () => {
    const { username } = wish().owner;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => test.anyone.post('/companies', wish({}, { username }))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'username-taken')).toHaveLength(19);
  });
});

describe('POST /companies while signed in', () => {
  const another = () => {
    const { name, slug } = wish();
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
    expect(await owner.post('/companies', wish())).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/owner' }] },
    });
  });
});

describe('POST /companies where sign-up is closed', () => {
  let closed: TestApp;

  beforeAll(async () => {
    closed = await startApp({ env: { SIGN_UP: 'closed' } });
  });
  afterAll(() => closed.close());

  it('403 refuses everyone, before looking at the body', async () => {
    for (const body of [wish(), { slug: 7 }]) {
      expect(await closed.anyone.post('/companies', body)).toMatchObject({
        status: 403,
        body: { code: 'sign-up-closed' },
      });
    }
  });
});
