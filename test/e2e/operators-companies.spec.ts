import { dayMs } from '../../src/platform';
import {
  aCompany,
  aDraft,
  aKey,
  anOperator,
  aProduct,
  password,
  startApp,
  type TestApp,
  type TestOperator,
  crowd,
} from '../support';
import { anInvitation } from '../support/invited';
import { aServiceAccount } from '../support/service-accounts';
import { queryRows } from '../support/tables';

let test: TestApp;
let operator: TestOperator;

beforeAll(async () => {
  test = await startApp({ env: { SIGN_UP: 'closed' } });
  operator = await anOperator(test);
});
afterAll(() => test.close());

const make = (more: object = {}) => operator.client.post('/platform/companies', aDraft(more));

describe('POST /platform/companies', () => {
  it('201 makes a company while sign-up is closed, whose Owner comes with the token', async () => {
    const draft = aDraft();
    const made = await operator.client.post('/platform/companies', draft);

    expect(made).toMatchObject({
      status: 201,
      body: {
        company: {
          name: draft.name,
          slug: draft.slug,
          status: 'onboarding',
          externalId: null,
          metadata: null,
        },
        invitation: { delivery: 'caller', token: expect.any(String) },
      },
    });
    const days = (Date.parse(made.body.invitation.expiresAt) - test.clock.now().getTime()) / dayMs;
    expect(days).toBe(7);

    const { token } = made.body.invitation;
    expect(await test.anyone.post('/invitations/redeem', { token, password })).toMatchObject({
      status: 200,
      body: { username: draft.owner.username, company: { slug: draft.slug } },
    });
    const owner = await test.anyone.signIn(draft.owner.username, password);
    expect((await owner.get('/users')).body.data).toMatchObject([
      { username: draft.owner.username, status: 'active', roles: [{ name: 'Owner', system: true }] },
    ]);
    expect((await owner.post('/company/submission')).status).toBe(200);
    const events = (await owner.get('/events')).body.data.map(({ type }: { type: string }) => type);
    expect(events).toEqual([
      'company.submitted',
      'session.opened',
      'member.joined',
      'member.invited',
      'company.founded',
    ]);
  });

  it('201 approves it and enables products at once, in the log under the operator', async () => {
    const [one, other] = [await aProduct(operator), await aProduct(operator)];
    const metadata = { plan: 'gold', seats: 5, trial: false };
    const externalId = `crm-${one}`;
    const { body } = await make({ approved: true, products: [one, other, one], metadata, externalId });

    expect(body.company).toMatchObject({ status: 'approved', externalId, metadata, revision: 1 });
    expect(body.company.products).toEqual(
      [one, other].sort().map((code) => ({ code, activation: 'enabled' })),
    );
    const { events } = (await operator.client.get(`/platform/companies/${body.company.id}`)).body;
    expect(events.map(({ type }: { type: string }) => type).sort()).toEqual([
      'company.approved',
      'company.founded',
      'member.invited',
      'product.enabled',
      'product.enabled',
    ]);
    expect(new Set(events.map(({ actor }: { actor: { id: string } }) => actor.id))).toEqual(
      new Set([operator.id]),
    );
  });

  it('201 shows external id and metadata to no member', async () => {
    const draft = aDraft({ externalId: 'crm-secret', metadata: { note: 'pays late' } });
    const { token } = (await operator.client.post('/platform/companies', draft)).body.invitation;
    await test.anyone.post('/invitations/redeem', { token, password });
    const owner = await test.anyone.signIn(draft.owner.username, password);
    for (const path of ['/company', '/events', '/sessions/current', '/settings'])
      expect(JSON.stringify((await owner.get(path)).body)).not.toMatch(/crm-secret|pays late/);
  });

  it('201 gives the lost answer again to its sender, and makes one company', async () => {
    const draft = aDraft();
    const again = operator.client.with({ 'idempotency-key': draft.slug });
    const first = await again.post('/platform/companies', draft);
    expect((await again.post('/platform/companies', draft)).status).toBe(first.status);
    const found = await operator.client.get(`/platform/companies?q=${draft.slug}`);
    expect(found.body.data).toHaveLength(1);
  });

  it('409 refuses a slug or an external id that another company has', async () => {
    const first = aDraft({ externalId: 'crm-taken' });
    await operator.client.post('/platform/companies', first);
    expect(await make({ slug: first.slug })).toMatchObject({ status: 409, body: { code: 'slug-taken' } });
    const taken = await make({ externalId: 'crm-taken' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'external-id-taken' } });
  });

  it('201 makes one of fifty with the same slug at once', async () => {
    const draft = aDraft();
    const answers = await crowd(50, () => operator.client.post('/platform/companies', draft));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'slug-taken')).toHaveLength(49);
  });

  it.each([
    ['no owner', { owner: undefined }, '/owner'],
    ['a password for the Owner', { owner: { username: 'a@b.test', password } }, '/owner/password'],
    ['a username with a blank', { owner: { username: 'two words' } }, '/owner/username'],
    ['a slug with capitals', { slug: 'Not-A-Slug' }, '/slug'],
    ['a product that there is not', { products: ['nothing-like-it'] }, '/products/0'],
    ['nested metadata', { metadata: { a: { b: 1 } } }, '/metadata/a'],
    [
      'metadata of 51 entries',
      { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [at, 1])) },
      '/metadata',
    ],
    [
      'metadata of more than 4,096 characters',
      { metadata: Object.fromEntries(Array.from({ length: 5 }, (_, at) => [at, 'x'.repeat(1_000)])) },
      '/metadata',
    ],
    ['a field that there is not', { status: 'approved' }, '/status'],
  ])('422 points at %s, and makes nothing', async (_what, more, pointer) => {
    const draft = aDraft();
    const refused = await operator.client.post('/platform/companies', { ...draft, ...more });
    expect(refused).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer })]);
    expect((await operator.client.get(`/platform/companies?q=${draft.slug}`)).body.data).toEqual([]);
  });
});

describe('POST /platform/companies/{id}/invitation', () => {
  const renew = (id: string) => operator.client.post(`/platform/companies/${id}/invitation`);
  const redeem = (token: string) => test.anyone.post('/invitations/redeem', { token, password });

  it('201 gives the Owner who came too late another seven days, and ends the earlier token', async () => {
    const draft = aDraft();
    const made = (await operator.client.post('/platform/companies', draft)).body;
    test.clock.advance(8 * dayMs);
    operator = await anOperator(test);
    expect((await redeem(made.invitation.token)).status).toBe(404);

    const renewed = await renew(made.company.id);

    const { username } = draft.owner;
    expect(renewed).toMatchObject({
      status: 201,
      headers: { 'cache-control': 'no-store' },
      body: { delivery: 'caller', username, token: expect.any(String) },
    });
    expect(Date.parse(renewed.body.expiresAt)).toBe(test.clock.now().getTime() + 7 * dayMs);
    expect((await redeem(made.invitation.token)).status).toBe(404);
    expect((await redeem(renewed.body.token)).status).toBe(200);
    const owner = await test.anyone.signIn(username, password);
    expect((await owner.get('/users')).body.data).toMatchObject([{ username, roles: [{ name: 'Owner' }] }]);
    expect((await owner.get('/events?type=member.invited')).body.data).toHaveLength(2);
  });

  it('201 before it expired too: of two tokens the last one works', async () => {
    const { company, invitation } = (await make()).body;
    const { token } = (await renew(company.id)).body;
    expect((await redeem(invitation.token)).status).toBe(404);
    expect((await redeem(token)).status).toBe(200);
  });

  it('409 refuses for a company that has an Owner, and for one that is closed', async () => {
    const { company, invitation } = (await make()).body;
    await redeem(invitation.token);
    expect(await renew(company.id)).toMatchObject({ status: 409, body: { code: 'company-has-owner' } });
    await operator.client.post(`/platform/companies/${company.id}/close`);
    expect(await renew(company.id)).toMatchObject({ status: 409, body: { code: 'company-closed' } });
    const { id } = (await make()).body.company;
    await operator.client.post(`/platform/companies/${id}/close`);
    expect(await renew(id)).toMatchObject({ status: 409, body: { code: 'company-closed' } });
  });

  it('404 knows no other company', async () => {
    for (const id of ['no-id', '01890000-0000-7000-8000-000000000000'])
      expect((await renew(id)).status).toBe(404);
  });
});

describe('the slug of a closed company', () => {
  it('409 is taken for 180 days, then 201 another company has it, and lists show both under it', async () => {
    const old = await aCompany(test);
    const { secret } = await aKey(old.owner);
    await operator.client.post(`/platform/companies/${old.id}/close`);
    test.clock.advance(180 * dayMs - 1);
    operator = await anOperator(test);
    expect((await make({ slug: old.slug })).body.code).toBe('slug-taken');

    test.clock.advance(1);
    const made = await make({ slug: old.slug });

    expect(made).toMatchObject({ status: 201, body: { company: { slug: old.slug, status: 'onboarding' } } });
    const listed = (await operator.client.get(`/platform/companies?q=${old.slug}`)).body.data;
    expect(listed).toMatchObject([
      { id: old.id, slug: old.slug, status: 'closed' },
      { id: made.body.company.id, slug: old.slug, status: 'onboarding' },
    ]);
    expect((await operator.client.get(`/platform/companies/${old.id}`)).body.slug).toBe(old.slug);
    const withKey = test.anyone.withKey(secret);
    expect(await withKey.get('/me')).toMatchObject({ status: 401, body: { code: 'company-suspended' } });
    expect((await make({ slug: old.slug })).body.code).toBe('slug-taken');
  });

  it('201 gives the usernames of its service accounts to those of the company that has it now', async () => {
    const old = await aCompany(test);
    const account = await aServiceAccount(old, 'usage:read');
    await operator.client.post(`/platform/companies/${old.id}/close`);
    test.clock.advance(180 * dayMs);
    operator = await anOperator(test);
    const username = `owner@again-${old.slug}.test`;
    const { token } = (await make({ slug: old.slug, owner: { username } })).body.invitation;
    expect((await test.anyone.post('/invitations/redeem', { token, password })).status).toBe(200);
    const owner = await test.anyone.signIn(username, password);

    const made = await owner.post('/service-accounts', { name: account.name, roles: [] });

    expect(made).toMatchObject({ status: 201, body: { username: account.username } });
    const { id } = account;
    expect(await queryRows(test, 'SELECT username, former_username FROM users WHERE id = ?', [id])).toEqual([
      { username: `released:${id}`, former_username: account.username },
    ]);
  });

  it('409 stays taken of one that is only suspended', async () => {
    const { id, slug } = await aCompany(test);
    await operator.client.post(`/platform/companies/${id}/suspend`, { reason: 'Unpaid' });
    test.clock.advance(200 * dayMs);
    operator = await anOperator(test);
    expect((await make({ slug })).body.code).toBe('slug-taken');
  });

  it('201 goes to one of ten who want it at once', async () => {
    const { id, slug } = await aCompany(test);
    await operator.client.post(`/platform/companies/${id}/close`);
    test.clock.advance(180 * dayMs);
    operator = await anOperator(test);
    const answers = await crowd(10, () => make({ slug }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'slug-taken')).toHaveLength(9);
  });
});

describe('finding companies', () => {
  it.each([
    ['École Ñandú', 'école ñAND'],
    ['École Ñandú', 'ÉCOLE'],
    ['КЛЮЧИ и Замки', 'ключи И'],
    ['Ελλάδος ΟΔΌΣ', 'ελλάΔΟΣ οδός'],
  ])('200 finds %s by %s', async (name, q) => {
    const { id } = (await make({ name })).body.company;
    const { data } = (await operator.client.get(`/platform/companies?q=${encodeURIComponent(q)}`)).body;
    expect(data.map((company: { id: string }) => company.id)).toContain(id);
    await operator.client.post(`/platform/companies/${id}/close`);
  });

  it('200 finds by a part of name or slug in any case, and by the whole external id and id', async () => {
    const named = aDraft({ name: 'Warung 100% Kopi_Susu' });
    const draft = { ...named, externalId: `crm-${named.slug.slice(2)}` };
    const { id } = (await operator.client.post('/platform/companies', draft)).body.company;
    const find = async (q: string): Promise<string[]> => {
      const { data } = (await operator.client.get(`/platform/companies?q=${encodeURIComponent(q)}`)).body;
      return data.map((company: { id: string }) => company.id);
    };
    for (const q of ['kopi_susu', '100% K', draft.slug.slice(2).toUpperCase(), draft.externalId, id])
      expect(await find(q)).toEqual([id]);
    for (const q of ['kopi%susu', 'kopi.susu', draft.externalId.slice(1), `${id.slice(0, -1)}`])
      expect(await find(q)).toEqual([]);
  });

  it('200 shows one with its people, its keys and its latest events, and nothing of others', async () => {
    const company = await aCompany(test, 'Looked at');
    const other = await aCompany(test, 'Another');
    await aKey(other.owner);
    await aKey(company.owner);
    const { username } = await anInvitation(company.owner);
    const { body } = await operator.client.get(`/platform/companies/${company.id}`);

    expect(body).toMatchObject({ id: company.id, name: 'Looked at', status: 'approved', closedAt: null });
    expect(
      body.people.map((one: { status: string; username: string }) => [one.username, one.status]),
    ).toEqual(
      expect.arrayContaining([
        [`owner@${company.slug}.test`, 'active'],
        [username, 'invited'],
      ]),
    );
    expect(body.people).toHaveLength(2);
    expect(body.counts).toEqual({ members: 1, invitations: 1, keys: 1 });
    expect(body.events).toEqual((await company.owner.get('/events?limit=20')).body.data);
  });
});

describe('POST /platform/companies/{id}/close', () => {
  const close = (id: string) => operator.client.post(`/platform/companies/${id}/close`);

  it('200 ends every key and session of the company at once, and says since when', async () => {
    const company = await aCompany(test);
    const withKey = test.anyone.withKey((await aKey(company.owner)).secret);
    const member = await company.member('member');
    expect((await withKey.get('/sales_invoices')).status).toBe(200);

    const closed = await close(company.id);

    expect(closed).toMatchObject({
      status: 200,
      body: { status: 'closed', closedAt: expect.any(String), revocation: { effectiveEverywhere: true } },
    });
    expect((await withKey.get('/sales_invoices')).status).toBe(401);
    expect((await company.owner.get('/company')).status).toBe(401);
    expect((await member.client.get('/company')).status).toBe(401);
    const { body } = await operator.client.get(`/platform/companies/${company.id}`);
    expect(body).toMatchObject({ status: 'closed', counts: { members: 2, invitations: 0, keys: 0 } });
    expect(body.events[0]).toMatchObject({
      type: 'company.closed',
      actor: { id: operator.id },
      data: { keys: 1, sessions: 2 },
    });
  });

  it('200 no longer lets anybody sign in to it, and leaves their other companies alone', async () => {
    const [closing, staying] = [await aCompany(test), await aCompany(test)];
    const username = `owner@${closing.slug}.test`;
    const { token } = await anInvitation(staying.owner, { username });
    await closing.owner.post('/invitations/redeem', { token });
    await close(closing.id);

    const person = await test.anyone.signIn(username, password);
    const { company, companies } = (await person.get('/sessions/current')).body;
    expect(company.id).toBe(staying.id);
    expect(companies).toHaveLength(1);
    expect((await person.put('/sessions/current/company', { companyId: closing.id })).status).toBe(404);
  });

  it('200 leaves somebody who was in no other company without one', async () => {
    const company = await aCompany(test);
    await close(company.id);
    const person = await test.anyone.signIn(`owner@${company.slug}.test`, password);
    expect((await person.get('/sessions/current')).body).toMatchObject({ company: null, companies: [] });
    expect((await person.get('/keys')).status).toBe(403);
  });

  it('404 its invitations are void, and 409 its slug stays taken', async () => {
    const company = await aCompany(test);
    const { token } = await anInvitation(company.owner);
    await close(company.id);
    expect(await test.anyone.post('/invitations/redeem', { token, password })).toMatchObject({ status: 404 });
    expect(await make({ slug: company.slug })).toMatchObject({ status: 409, body: { code: 'slug-taken' } });
  });

  it('200 is done once: repeating it, fifty times at once too, changes nothing', async () => {
    const { id, owner } = await aCompany(test);
    await aKey(owner);
    const answers = await crowd(50, () => close(id));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.revocation.position)).size).toBe(1);
    const { events, revision } = (await operator.client.get(`/platform/companies/${id}`)).body;
    expect(events.filter(({ type }: { type: string }) => type === 'company.closed')).toHaveLength(1);
    expect(revision).toBe(2);
  });

  it('409 nothing else can be decided about it', async () => {
    const { id } = await aCompany(test);
    const code = await aProduct(operator);
    await close(id);
    const path = `/platform/companies/${id}`;
    const answers = [
      await operator.client.post(`${path}/approve`, { revision: 2 }),
      await operator.client.post(`${path}/reject`, { revision: 2, reason: 'Late' }),
      await operator.client.post(`${path}/suspend`, { reason: 'Late' }),
      await operator.client.post(`${path}/reinstate`),
      await operator.client.put(`${path}/products/${code}`, { enabled: true }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 409, body: { code: 'company-closed' } });
  });

  it('200 closes a suspended company too, and lists tell the two apart', async () => {
    const [closed, suspended] = [await aCompany(test), await aCompany(test)];
    for (const { id } of [closed, suspended])
      await operator.client.post(`/platform/companies/${id}/suspend`, { reason: 'Unpaid' });
    await close(closed.id);
    const listed = async (status: string): Promise<string[]> => {
      const { data } = (await operator.client.get(`/platform/companies?status=${status}&limit=100`)).body;
      return data.map(({ id }: { id: string }) => id);
    };
    expect(await listed('closed')).toContain(closed.id);
    expect(await listed('closed')).not.toContain(suspended.id);
    expect(await listed('suspended')).toContain(suspended.id);
    expect(await listed('suspended')).not.toContain(closed.id);
  });

  it.each(['no-id', '01890000-0000-7000-8000-000000000000'])('404 knows no company %s', async (id) => {
    expect((await close(id)).status).toBe(404);
  });
});
