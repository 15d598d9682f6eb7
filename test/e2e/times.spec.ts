import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';

describe('times at any offset', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  it.each([
    ['2027-03-28T02:30:00+00:00', '2027-03-28T02:30:00.000Z'],
    ['2027-03-28T02:30:00+07:00', '2027-03-27T19:30:00.000Z'],
    ['2027-03-28t02:30:00.25z', '2027-03-28T02:30:00.250Z'],
    ['2027-03-28T02:30:00-00:00', '2027-03-28T02:30:00.000Z'],
  ])('201, 200 are kept as the instant they are: %s', async (expiresAt, instant) => {
    const { key } = await aKey(company.owner, { expiresAt });
    const of = async (id: string) => (await company.owner.get(`/keys/${id}`)).body.expiresAt as unknown;
    expect(await of(key.id)).toBe(instant);

    await company.owner.patch(`/keys/${key.id}`, { expiresAt: '2027-01-01' });
    const moved = await company.owner.patch(`/keys/${key.id}`, { expiresAt });
    expect(moved).toMatchObject({ status: 200, body: { key: { expiresAt: instant } } });

    const rotated = await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0, expiresAt });
    expect(rotated).toMatchObject({ status: 200, body: { key: { expiresAt: instant } } });
  });

  it.each(['2027-03-28T02:30:00', '2027-02-29T00:00:00Z', 'tomorrow', ''])(
    '422 refuses %j with a right one to copy',
    async (expiresAt) => {
      const answer = await company.owner.post('/keys', { kind: 'company', name: 'n', expiresAt });

      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expiresAt' }] } });
      const [, shown = ''] = /(\d{4}-\d\d-\d\dT[\d:]+\+[\d:]+)/.exec(answer.body.errors[0].detail) ?? [];
      expect(
        (await company.owner.post('/keys', { kind: 'company', name: 'n', expiresAt: shown })).status,
      ).toBe(201);
    },
  );

  it.each(['2026-06-15T16:00:00%2B07:00', '2026-06-15T16:00:00+07:00', '2026-06-15t09:00:00z'])(
    '200 are taken by usage, events and their export: %s',
    async (from) => {
      const usage = await company.owner.get(`/usage?from=${from}&to=2026-06-15T12:00:00Z`);
      expect(usage).toMatchObject({ status: 200, body: { from: '2026-06-15T09:00:00.000Z' } });
      for (const path of ['/events', '/events/export'])
        expect((await company.owner.get(`${path}?from=${from}`)).status).toBe(200);
    },
  );

  it('compares instants and not texts', async () => {
    const span = (from: string, to: string) => company.owner.get(`/usage?from=${from}&to=${to}`);

    expect((await span('2026-06-15T16:00:00%2B07:00', '2026-06-15T10:00:00Z')).status).toBe(200);
    expect(await span('2026-06-15T09:00:00Z', '2026-06-15T15:00:00%2B07:00')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/from' }] },
    });
  });
});
