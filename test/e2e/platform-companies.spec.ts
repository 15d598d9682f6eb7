import { UnitOfWork } from '../../src/platform/database';
import { NewMembers } from '../../src/users';
import {
  type Answer,
  aCompany,
  aKey,
  aNewCompany,
  anOperator,
  revisionOf,
  aProduct,
  startApp,
  type TestApp,
  type TestOperator,
  crowd,
  untilAnswered,
} from '../support';
import { actingFor } from '../support/principals';

let test: TestApp;
let operator: TestOperator;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
});
afterAll(() => test.close());

const unknownId = '01890000-0000-7000-8000-000000000000';

/** Decides about the company as it is now. */
const decide = async (id: string, decision: string, reason?: string): Promise<Answer> => {
  const asked = ['approve', 'reject'].includes(decision) ? { revision: await revisionOf(operator, id) } : {};
  return operator.client.post(`/platform/companies/${id}/${decision}`, {
    ...asked,
    ...(reason && { reason }),
  });
};

async function inReview() {
  const company = await aNewCompany(test);
  await company.owner.post('/company/submission');
  return company;
}

/** Makes somebody a member of a company from behind, as no route would. */
async function join(userId: string, company: { readonly id: string; readonly slug: string }): Promise<void> {
  const principal = actingFor({ id: company.id, name: company.slug });
  await test.app.get(UnitOfWork).run((tx) => test.app.get(NewMembers).insert(principal, userId, [], tx));
}

describe('who may use /platform', () => {
  it.each([
    ['GET', '/platform/companies'],
    ['GET', `/platform/companies/${unknownId}`],
    ['POST', `/platform/companies/${unknownId}/approve`],
    ['POST', `/platform/companies/${unknownId}/reject`],
    ['POST', `/platform/companies/${unknownId}/name/approve`],
    ['POST', `/platform/companies/${unknownId}/name/reject`],
    ['POST', `/platform/companies/${unknownId}/suspend`],
    ['POST', `/platform/companies/${unknownId}/reinstate`],
    ['PUT', `/platform/companies/${unknownId}/products/none`],
    ['POST', '/platform/keys/lookup'],
    ['POST', `/platform/keys/${unknownId}/revoke`],
    ['GET', '/platform/products'],
    ['POST', '/platform/products'],
    ['GET', '/platform/service-keys'],
    ['POST', '/platform/service-keys'],
    ['POST', `/platform/service-keys/${unknownId}/revoke`],
  ] as const)('401 and 403 refuse everyone but operators: %s %s', async (method, path) => {
    const { owner } = await aCompany(test);
    const { secret } = await aKey(owner);
    expect(await test.anyone.send(method, path)).toMatchObject({ status: 401 });
    expect(await owner.send(method, path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await test.anyone.withKey(secret).send(method, path)).toMatchObject({ status: 403 });
  });

  it('403 lets an operator nowhere into a company, whatever they are a member of', async () => {
    const company = await aCompany(test);
    const insider = await anOperator(test);
    await join(insider.id, company);
    expect((await insider.client.get('/sessions/current')).body).toMatchObject({
      company: null,
      companies: [],
    });
    for (const path of ['/company', '/users', '/keys', '/products', '/events']) {
      expect(await insider.client.get(path)).toMatchObject({ status: 403 });
    }
    const there = await insider.client.put('/sessions/current/company', { companyId: company.id });
    expect(there).toMatchObject({ status: 404 });
  });
});

describe('GET /platform/companies', () => {
  it('200 lists every company, oldest first, page by page', async () => {
    for (let made = 0; made < 3; made += 1) await aCompany(test);
    const all: { id: string }[] = (await operator.client.get('/platform/companies?limit=100')).body.data;
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());

    const first = (await operator.client.get('/platform/companies?limit=2')).body;
    const rest = await operator.client.get(`/platform/companies?limit=100&cursor=${first.pagination.cursor}`);
    expect([...first.data, ...rest.body.data]).toEqual(all);
  });

  it('200 lists those in one status only, with what they have of products', async () => {
    const waiting = await inReview();
    const code = await aProduct(operator);
    await waiting.owner.post(`/products/${code}/requests`);
    const { body } = await operator.client.get('/platform/companies?status=in_review&limit=100');
    const found: { id: string; status: string }[] = body.data;
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['in_review']));
    expect(found.find(({ id }) => id === waiting.id)).toMatchObject({
      slug: waiting.slug,
      rejectedReason: null,
      suspendedReason: null,
      products: [{ code, activation: 'requested' }],
    });
  });

  it.each(['status=nice', 'limit=0', 'cursor=bm8taWQ', 'nonsense=1'])('422 refuses ?%s', async (query) => {
    expect(await operator.client.get(`/platform/companies?${query}`)).toMatchObject({ status: 422 });
  });
});

describe('POST /platform/companies/{id}/approve', () => {
  it('200 approves what is in review, and the company reads who did it', async () => {
    const company = await inReview();
    expect(await decide(company.id, 'approve')).toMatchObject({ status: 200, body: { status: 'approved' } });
    expect((await company.owner.get('/company')).body.status).toBe('approved');
    expect((await company.owner.get('/events?type=company.approved')).body.data).toMatchObject([
      { actor: { kind: 'user', id: operator.id, name: operator.username }, target: { id: company.id } },
    ]);
  });

  it('403 refuses a company the operator is a member of', async () => {
    const company = await inReview();
    const insider = await anOperator(test);
    await join(insider.id, company);
    const revision = await revisionOf(operator, company.id);
    expect(
      await insider.client.post(`/platform/companies/${company.id}/approve`, { revision }),
    ).toMatchObject({
      status: 403,
      body: { code: 'own-company' },
    });
    expect((await company.owner.get('/company')).body.status).toBe('in_review');
  });

  it.each(['no-id', unknownId, unknownId.toUpperCase()])('404 knows no company %s', async (id) => {
    expect(await decide(id, 'approve')).toMatchObject({ status: 404 });
  });

  it('409 refuses a second approval, and one before submission', async () => {
    const company = await inReview();
    await decide(company.id, 'approve');
    expect(await decide(company.id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'company-not-in-review', companyStatus: 'approved' },
    });
    const early = await aNewCompany(test);
    expect(await decide(early.id, 'approve')).toMatchObject({
      status: 409,
      body: { companyStatus: 'onboarding' },
    });
  });

  it('409 refuses all but one of fifty approvals and rejections at once', async () => {
    const company = await inReview();
    const revision = await revisionOf(operator, company.id);
    const path = `/platform/companies/${company.id}`;
    const answers = await crowd(50, (at) =>
      at % 2 === 0
        ? operator.client.post(`${path}/approve`, { revision })
        : operator.client.post(`${path}/reject`, { revision, reason: 'No papers' }),
    );
    const [won, ...others] = answers.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    expect(answers.filter(({ body }) => body.code === 'company-not-in-review')).toHaveLength(49);
    expect((await company.owner.get('/company')).body.status).toBe(won?.body.status);
    const events: { type: string }[] = (await company.owner.get('/events')).body.data;
    const decided = events.filter(({ type }) => ['company.approved', 'company.rejected'].includes(type));
    expect(decided).toHaveLength(1);
  });
});

describe('approving what was seen', () => {
  const seenBy = async (id: string) => ({ revision: await revisionOf(operator, id) });

  it('409 approves and rejects no company that was renamed since, and approves the one that was looked at again', async () => {
    const company = await inReview();
    const seen = await seenBy(company.id);
    await company.owner.patch('/company', { name: 'Bank Sentral' });

    const path = `/platform/companies/${company.id}`;
    const changed = { status: 409, body: { code: 'company-changed' } };
    expect(await operator.client.post(`${path}/approve`, seen)).toMatchObject(changed);
    expect(await operator.client.post(`${path}/reject`, { ...seen, reason: 'No' })).toMatchObject(changed);
    expect((await company.owner.get('/company')).body.status).toBe('in_review');
    expect(await operator.client.post(`${path}/approve`, await seenBy(company.id))).toMatchObject({
      status: 200,
      body: { status: 'approved', name: 'Bank Sentral' },
    });
  });

  it('409 approves no company that was rejected and submitted again since', async () => {
    const company = await inReview();
    const seen = await seenBy(company.id);
    await decide(company.id, 'reject', 'No papers');
    await company.owner.post('/company/submission');
    expect(await operator.client.post(`/platform/companies/${company.id}/approve`, seen)).toMatchObject({
      status: 409,
      body: { code: 'company-changed' },
    });
  });

  it('409 approves one name only, however a renaming and fifty approvals meet', async () => {
    const company = await inReview();
    const seen = await seenBy(company.id);
    const { name } = (await company.owner.get('/company')).body;
    const [renamed, approvals] = await Promise.all([
      untilAnswered(() => company.owner.patch('/company', { name: 'Bank Sentral' })),
      crowd(50, () => operator.client.post(`/platform/companies/${company.id}/approve`, seen)),
    ]);
    const now = (await company.owner.get('/company')).body;
    expect(renamed.status).toBe(200);
    expect(approvals.filter(({ status }) => status === 200).length).toBe(now.status === 'approved' ? 1 : 0);
    // Either the approval was first and the name waits, or the renaming was and nothing is approved.
    expect(now).toMatchObject(
      now.status === 'approved'
        ? { name, pendingName: 'Bank Sentral' }
        : { name: 'Bank Sentral', pendingName: null },
    );
  });

  it.each([undefined, {}, { revision: null }, { revision: '1' }, { revision: 1.5 }, { revision: -1 }])(
    '422 decides nothing without the revision that was seen: %j',
    async (body) => {
      const { id } = await inReview();
      for (const decision of ['approve', 'reject', 'name/approve', 'name/reject']) {
        const reason = decision === 'reject' ? { reason: 'No papers' } : {};
        const answer = await operator.client.post(
          `/platform/companies/${id}/${decision}`,
          body && { ...reason, ...body },
        );
        expect(answer).toMatchObject({ status: 422 });
      }
    },
  );
});

describe('the new name of an approved company', () => {
  const asking = async (name = 'Bank Sentral') => {
    const company = await aCompany(test, 'Toko Melati');
    const asked = await company.owner.patch('/company', { name });
    return { ...company, asked, seen: { revision: await revisionOf(operator, company.id) } };
  };
  const path = (id: string, decision: string) => `/platform/companies/${id}/name/${decision}`;

  it('200 waits for an operator, and until then everyone sees the old one', async () => {
    const { id, owner, asked } = await asking();
    const { secret } = await aKey(owner);

    expect(asked).toMatchObject({ status: 200, body: { name: 'Toko Melati', pendingName: 'Bank Sentral' } });
    expect((await owner.get('/company')).body).toEqual(asked.body);
    expect((await owner.get('/sessions/current')).body.company.name).toBe('Toko Melati');
    expect((await test.anyone.withKey(secret).get('/me')).body.companyName).toBe('Toko Melati');
    const { data } = (await operator.client.get('/platform/companies?pendingName=true&limit=100')).body;
    expect(data).toContainEqual(
      expect.objectContaining({ id, name: 'Toko Melati', pendingName: 'Bank Sentral' }),
    );
    expect(data.every((company: { pendingName: string | null }) => company.pendingName !== null)).toBe(true);
  });

  it('200 is everybody’s once it is approved, keys included, and the company reads who did it', async () => {
    const { id, owner, seen } = await asking();
    const withKey = test.anyone.withKey((await aKey(owner)).secret);
    await withKey.get('/me');

    expect(await operator.client.post(path(id, 'approve'), seen)).toMatchObject({
      status: 200,
      body: { name: 'Bank Sentral', pendingName: null, status: 'approved' },
    });
    expect((await owner.get('/company')).body).toMatchObject({ name: 'Bank Sentral', pendingName: null });
    expect((await withKey.get('/me')).body.companyName).toBe('Bank Sentral');
    expect((await owner.get(`/events?target=${id}`)).body.data).toMatchObject([
      { type: 'company.name-approved', actor: { id: operator.id }, data: { name: { to: 'Bank Sentral' } } },
      { type: 'company.name-requested', data: { name: { from: 'Toko Melati', to: 'Bank Sentral' } } },
    ]);
  });

  it('200 is forgotten once it is rejected', async () => {
    const { id, owner, seen } = await asking();
    const rejected = { name: 'Toko Melati', pendingName: null };
    expect(await operator.client.post(path(id, 'reject'), seen)).toMatchObject({
      status: 200,
      body: rejected,
    });
    expect((await owner.get('/company')).body).toMatchObject(rejected);
    const again = { status: 409, body: { code: 'company-name-not-pending' } };
    expect(await operator.client.post(path(id, 'reject'), seen)).toMatchObject(again);
    expect(await operator.client.post(path(id, 'approve'), seen)).toMatchObject(again);
  });

  it('200 is withdrawn by whoever gives the present one again', async () => {
    const { id, owner } = await asking();
    expect((await owner.patch('/company', { name: 'Toko Melati' })).body).toMatchObject({
      name: 'Toko Melati',
      pendingName: null,
    });
    expect((await owner.get(`/events?target=${id}`)).body.data).toMatchObject([
      { type: 'company.name-withdrawn', data: { name: { to: 'Bank Sentral' } } },
      { type: 'company.name-requested' },
    ]);
  });

  it('409 is not the one that was seen when the company asked for another since', async () => {
    const { id, owner, seen } = await asking('Toko Mawar');
    await owner.patch('/company', { name: 'Bank Sentral' });
    for (const decision of ['approve', 'reject'])
      expect(await operator.client.post(path(id, decision), seen)).toMatchObject({
        status: 409,
        body: { code: 'company-changed' },
      });
    expect((await owner.get('/company')).body).toMatchObject({
      name: 'Toko Melati',
      pendingName: 'Bank Sentral',
    });
  });

  it('403 is not approved by an operator who is a member of the company', async () => {
    const company = await asking();
    const insider = await anOperator(test);
    await join(insider.id, company);
    expect(await insider.client.post(path(company.id, 'approve'), company.seen)).toMatchObject({
      status: 403,
      body: { code: 'own-company' },
    });
  });

  it.each(['no-id', unknownId])('404 knows no company %s', async (id) => {
    for (const decision of ['approve', 'reject'])
      expect(await operator.client.post(path(id, decision), { revision: 1 })).toMatchObject({ status: 404 });
  });
});

describe('POST /platform/companies/{id}/reject', () => {
  it('200 rejects with a reason that the company reads, and that is gone once it is approved', async () => {
    const company = await inReview();
    const rejected = await decide(company.id, 'reject', 'The deed is unreadable');
    expect(rejected).toMatchObject({
      status: 200,
      body: { status: 'rejected', rejectedReason: 'The deed is unreadable' },
    });
    expect((await company.owner.get('/company')).body.rejectedReason).toBe('The deed is unreadable');
    expect((await company.owner.get('/events?type=company.rejected')).body.data).toMatchObject([
      { actor: { id: operator.id }, data: { reason: 'The deed is unreadable' } },
    ]);

    const again = await company.owner.post('/company/submission');
    expect(again.body).toMatchObject({ status: 'in_review', rejectedReason: null });
    expect((await company.owner.get('/company')).body).toEqual(again.body);
    expect((await decide(company.id, 'approve')).body).toMatchObject({
      status: 'approved',
      rejectedReason: null,
    });
  });

  it('409 refuses what is not in review', async () => {
    const { id } = await aCompany(test);
    expect(await decide(id, 'reject', 'Late')).toMatchObject({
      status: 409,
      body: { code: 'company-not-in-review' },
    });
  });

  it.each([
    undefined,
    {},
    { reason: '' },
    { reason: '   ' },
    { reason: 7 },
    { reason: 'x'.repeat(501) },
    { reason: 'a', x: 1 },
  ])('422 asks for a reason: %j', async (body) => {
    const { id } = await inReview();
    const seen = { revision: await revisionOf(operator, id) };
    const path = `/platform/companies/${id}`;
    expect(await operator.client.post(`${path}/reject`, { ...seen, ...body })).toMatchObject({ status: 422 });
    expect(await operator.client.post(`${path}/suspend`, body)).toMatchObject({ status: 422 });
  });
});

describe('POST /platform/companies/{id}/suspend and /reinstate', () => {
  it('200 stops every key and every change at once, and gives back what was', async () => {
    const company = await aCompany(test);
    const { secret } = await aKey(company.owner);
    const withKey = test.anyone.withKey(secret);

    const suspended = await decide(company.id, 'suspend', 'Unpaid');
    expect(suspended).toMatchObject({
      status: 200,
      body: { status: 'suspended', suspendedReason: 'Unpaid', revocation: { effectiveEverywhere: true } },
    });
    expect(await withKey.get('/sales_invoices')).toMatchObject({
      status: 401,
      body: { code: 'company-suspended' },
    });
    expect(await company.owner.patch('/company', { name: 'Other' })).toMatchObject({
      status: 403,
      body: { code: 'company-suspended' },
    });
    const own = (await company.owner.get('/company')).body;
    expect(own.status).toBe('suspended');
    expect(JSON.stringify(own)).not.toContain('Unpaid');

    expect(await decide(company.id, 'reinstate')).toMatchObject({
      status: 200,
      body: { status: 'approved', suspendedReason: null },
    });
    expect(await withKey.get('/sales_invoices')).toMatchObject({ status: 200 });
  });

  it.each(['onboarding', 'in_review', 'rejected'])(
    '200 puts a company that was %s back there',
    async (before) => {
      const company = before === 'onboarding' ? await aNewCompany(test) : await inReview();
      if (before === 'rejected') await decide(company.id, 'reject', 'No papers');
      await decide(company.id, 'suspend', 'Suspicious');
      expect(await decide(company.id, 'approve')).toMatchObject({
        status: 409,
        body: { companyStatus: 'suspended' },
      });
      expect(await decide(company.id, 'reinstate')).toMatchObject({ status: 200, body: { status: before } });
      expect((await company.owner.get('/company')).body).toMatchObject({
        status: before,
        rejectedReason: before === 'rejected' ? 'No papers' : null,
      });
    },
  );

  it('200 writes both into the log of the company, and keeps the reason of a suspension to operators', async () => {
    const company = await aCompany(test);
    await decide(company.id, 'suspend', 'An investigation');
    await decide(company.id, 'reinstate');
    const data: object[] = (await company.owner.get('/events')).body.data;
    expect(data.slice(0, 2)).toMatchObject([
      { type: 'company.reinstated', actor: { name: operator.username } },
      { type: 'company.suspended', actor: { name: operator.username } },
    ]);
    expect(JSON.stringify(data)).not.toContain('An investigation');
  });

  it('403 reinstates no company the operator is a member of, but may suspend it', async () => {
    const company = await aCompany(test);
    const insider = await anOperator(test);
    await join(insider.id, company);
    const path = `/platform/companies/${company.id}`;
    expect(await insider.client.post(`${path}/suspend`, { reason: 'Mine' })).toMatchObject({ status: 200 });
    expect(await insider.client.post(`${path}/reinstate`)).toMatchObject({
      status: 403,
      body: { code: 'own-company' },
    });
  });

  it('409 suspends and reinstates once, of fifty at once too', async () => {
    const { id } = await aCompany(test);
    const suspensions = await crowd(50, () => decide(id, 'suspend', 'Unpaid'));
    expect(suspensions.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(suspensions.filter(({ body }) => body.code === 'company-already-suspended')).toHaveLength(49);
    expect(await decide(id, 'reinstate')).toMatchObject({ status: 200, body: { status: 'approved' } });
    expect(await decide(id, 'reinstate')).toMatchObject({
      status: 409,
      body: { code: 'company-not-suspended' },
    });
  });
});
