import { CompanyEntity, type CompanyStatus } from '../../src/companies';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';

let test: TestApp;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Puts a company where the platform's operators would have brought it. */
function bring(company: TestCompany, status: CompanyStatus): Promise<unknown> {
  const { id } = company;
  return test.app.get(UnitOfWork).run((tx) => managerOf(tx).update(CompanyEntity, { id }, { status }));
}

async function eventsAbout(company: TestCompany): Promise<{ type: string; data: unknown }[]> {
  return (await company.owner.get(`/events?target=${company.id}`)).body.data;
}

describe('the company one acts for', () => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await aCompany(test, 'Toko Melati');
  });

  it('200 shows itself to each of its members', async () => {
    const { client } = await company.member('member');
    const { id, slug } = company;

    expect(await client.get('/company')).toMatchObject({
      status: 200,
      body: { id, slug, name: 'Toko Melati', status: 'approved', createdAt: test.clock.now().toISOString() },
    });
  });

  it('401 without credentials', async () => {
    expect(await test.anyone.get('/company')).toMatchObject({
      status: 401,
      body: { code: 'credentials-missing' },
    });
  });

  it('403 refuses a key, which is for the business and not for the account', async () => {
    const { secret } = await aKey(company.owner);
    expect(await test.anyone.withKey(secret).get('/company')).toMatchObject({
      status: 403,
      body: { code: 'insufficient-permission' },
    });
  });
});

describe('renaming a company', () => {
  let company: TestCompany;

  beforeEach(async () => {
    company = await aCompany(test, 'Before');
    await bring(company, 'onboarding');
  });

  it('200 changes the name for all, keeps the slug, and is in the log with both names', async () => {
    const renamed = await company.owner.patch('/company', { name: 'After' });

    expect(renamed).toMatchObject({ status: 200, body: { name: 'After', slug: company.slug } });
    expect((await company.owner.get('/company')).body).toEqual(renamed.body);
    expect((await company.owner.get('/sessions/current')).body.company.name).toBe('After');
    expect(await eventsAbout(company)).toMatchObject([
      { type: 'company.updated', data: { name: { from: 'Before', to: 'After' } } },
    ]);
  });

  it('200 trims the name and stores one spelling of it', async () => {
    const renamed = await company.owner.patch('/company', { name: '  Cafe\u0301 Senja 🌙 ' });
    expect(renamed.body.name).toBe('Caf\u00e9 Senja 🌙');
    expect((await company.owner.get('/company')).body.name).toBe('Caf\u00e9 Senja 🌙');
  });

  it.each([{}, { name: 'Before' }])('200 changes and logs nothing for %j', async (patch) => {
    expect(await company.owner.patch('/company', patch)).toMatchObject({
      status: 200,
      body: { name: 'Before' },
    });
    expect(await eventsAbout(company)).toEqual([]);
  });

  it('200 leaves another company of the same name alone', async () => {
    const other = await aCompany(test, 'Before');
    await company.owner.patch('/company', { name: 'After' });
    expect((await other.owner.get('/company')).body.name).toBe('Before');
  });

  it('403 refuses a Member and a System Administrator', async () => {
    for (const role of ['member', 'system-administrator'] as const) {
      const { client } = await company.member(role);
      expect(await client.patch('/company', { name: 'Mine' })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    }
    expect((await company.owner.get('/company')).body.name).toBe('Before');
  });
});

describe('a name or field that cannot be', () => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await aCompany(test, 'Stays');
  });

  it.each([
    ['an empty name', { name: '' }, '/name'],
    ['a blank name', { name: ' \t ' }, '/name'],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, '/name'],
    ['a name on two lines', { name: 'line\nbreak' }, '/name'],
    ['a name that turns the direction of writing', { name: 'turned \u202eround' }, '/name'],
    ['no name', { name: null }, '/name'],
    ['a name that is no text', { name: 7 }, '/name'],
    ['another slug', { slug: 'another' }, '/slug'],
    ['another status, beside a good name', { name: 'Fine', status: 'approved' }, '/status'],
    ['a field with odd characters', { 'a/b~c': 1 }, '/a~1b~0c'],
  ])('422 points at %s and changes nothing', async (_what, patch, pointer) => {
    const refused = await company.owner.patch('/company', patch);

    expect(refused).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer })]);
    expect((await company.owner.get('/company')).body).toMatchObject({ name: 'Stays', slug: company.slug });
  });

  it('200 takes a name of 100 characters', async () => {
    const pendingName = 'ü'.repeat(100);
    expect(await company.owner.patch('/company', { name: pendingName })).toMatchObject({
      status: 200,
      body: { name: 'Stays', pendingName },
    });
  });
});

describe('submitting a company for review', () => {
  let company: TestCompany;

  beforeEach(async () => {
    company = await aCompany(test);
  });

  it.each(['onboarding', 'rejected'] as const)('200 takes it from %s to in_review', async (status) => {
    await bring(company, status);

    expect(await company.owner.post('/company/submission')).toMatchObject({
      status: 200,
      body: { id: company.id, status: 'in_review' },
    });
    expect((await company.owner.get('/company')).body.status).toBe('in_review');
    expect(await eventsAbout(company)).toMatchObject([{ type: 'company.submitted' }]);
  });

  it.each(['in_review', 'approved'] as const)('409 refuses a company that is %s', async (status) => {
    await bring(company, status);

    expect(await company.owner.post('/company/submission')).toMatchObject({
      status: 409,
      body: { code: 'submission-refused', companyStatus: status },
    });
    expect((await company.owner.get('/company')).body.status).toBe(status);
    expect(await eventsAbout(company)).toEqual([]);
  });

  it('200 for one and 409 for the others of five who do it at once', async () => {
    await bring(company, 'onboarding');
    const submissions = Array.from({ length: 5 }, () => company.owner.post('/company/submission'));
    const statuses = (await Promise.all(submissions)).map((answer) => answer.status);

    expect(statuses.sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await eventsAbout(company)).toHaveLength(1);
  });

  it('403 refuses an Admin, who may do the rest', async () => {
    const { client } = await company.member('admin');
    await bring(company, 'onboarding');

    expect(await client.post('/company/submission')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await client.patch('/company', { name: 'Renamed' })).status).toBe(200);
  });
});
