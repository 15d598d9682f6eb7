import {
  aCompany,
  openDatabaseFile,
  startApp,
  type DatabaseFile,
  type TestApp,
  type TestCompany,
} from '../support';

/* What a company decided and nobody can read counts as the most cautious choice, and can be set again. */

describe('a setting that no service wrote', () => {
  let test: TestApp;
  let company: TestCompany;
  let file: DatabaseFile;

  beforeAll(async () => {
    test = await startApp();
    file = openDatabaseFile(test.config.dataDir);
  });
  afterAll(async () => {
    file.close();
    await test.close();
  });
  beforeEach(async () => {
    company = await aCompany(test);
  });

  const use = (secret: string) => test.anyone.with({ 'x-api-key': secret }).get('/core/api/v1/me');

  describe('in key_policies', () => {
    const cautious: Record<string, unknown> = {
      enabled: false,
      maxActive: 1,
      nameRequired: true,
      maxLifetimeDays: 1,
      machines: 'refuse',
      selfRotate: false,
      onHolderReport: 'disable',
      visibility: 'once',
      format: 'prefixed',
      stepUp: { generate: 'password', reveal: 'password', rotate: 'password', revoke: 'password' },
    };
    const fields = [
      ['enabled', 'enabled', true],
      ['max_active', 'maxActive', 5],
      ['name_required', 'nameRequired', false],
      ['max_lifetime_days', 'maxLifetimeDays', 90],
      ['visibility', 'visibility', 'recoverable'],
      ['format', 'format', 'hex32'],
      ['step_up', 'stepUp', { generate: 'none', reveal: 'pin', rotate: 'none', revoke: 'none' }],
    ] as const;

    it.each(
      fields.flatMap((of) =>
        ['x', ''].map((bad): [string, string, (typeof fields)[number]] => [of[0], bad, of]),
      ),
    )(
      '%s = %p is shown as the most cautious value, until it is set again',
      async (column, bad, [, field, good]) => {
        const { owner } = company;
        const before = (await owner.get('/settings')).body.keys;
        const where = `WHERE company_id = ? AND kind = 'company'`;
        await file.write(`UPDATE key_policies SET ${column} = ? ${where}`, bad, company.id);
        const broken = { ...before.company, [field]: cautious[field] };

        const settings = await owner.get('/settings');
        const policies = await owner.get('/keys/policy');
        expect([settings.status, policies.status]).toEqual([200, 200]);
        expect(settings.body.keys).toEqual({ ...before, company: broken });
        expect(policies.body).toEqual(settings.body.keys);
        expect((await owner.patch('/settings', { locale: 'id' })).body.keys.company).toEqual(broken);
        const repaired = await owner.patch('/settings', { keys: { company: { [field]: good } } });
        expect([repaired.status, repaired.body.keys.company]).toEqual([
          200,
          { ...before.company, [field]: good },
        ]);
        expect((await owner.get('/settings')).body.keys).toEqual(repaired.body.keys);
      },
    );

    it.each(['kind', 'company_id'])(
      '%s = "x" leaves a kind without a policy, until one is set',
      async (column) => {
        const { owner } = company;
        const made = await owner.post('/keys', { kind: 'company', name: 'Without a policy' });
        await file.write(
          `UPDATE key_policies SET ${column} = ? WHERE company_id = ? AND kind = 'company'`,
          `x ${company.id}`,
          company.id,
        );

        expect((await owner.get('/settings')).body.keys.company).toEqual(cautious);
        expect((await owner.get('/keys/policy')).body.company).toEqual(cautious);
        expect((await use(made.body.secret)).status).toBe(401);
        expect((await owner.post('/keys', { kind: 'company', name: 'One more' })).status).toBe(409);
        const policy = { enabled: true, maxActive: null, maxLifetimeDays: null };
        expect((await owner.patch('/settings', { keys: { company: policy } })).status).toBe(200);
        expect((await owner.get('/settings')).body.keys.company).toEqual({ ...cautious, ...policy });
        expect((await use(made.body.secret)).status).toBe(200);
      },
    );
  });

  it.each([
    ['locale', 'x'],
    ['locale', ''],
    ['company_id', 'x'],
  ])('company_settings.%s = %p is shown as English, until it is set again', async (column, bad) => {
    const { owner } = company;
    await owner.patch('/settings', { locale: 'id' });
    const unique = bad === 'x' ? `x ${company.id}` : bad;
    await file.write(`UPDATE company_settings SET ${column} = ? WHERE company_id = ?`, unique, company.id);

    const shown = await owner.get('/settings');
    expect([shown.status, shown.body.locale]).toEqual([200, 'en']);
    const repaired = await owner.patch('/settings', { locale: 'id' });
    expect([repaired.status, repaired.body.locale]).toEqual([200, 'id']);
    expect((await owner.get('/settings')).body.locale).toBe('id');
  });

  it.each(['x', '', 'Asia/Atlantis'])(
    'companies.time_zone = %p means UTC, until it is set again',
    async (bad) => {
      const { owner } = company;
      await owner.patch('/settings', { timeZone: 'Asia/Jakarta' });
      await file.write('UPDATE companies SET time_zone = ? WHERE id = ?', bad, company.id);

      const shown = await owner.get('/settings');
      expect([shown.status, shown.body.timeZone]).toEqual([200, 'UTC']);
      expect((await owner.get('/usage?from=2026-06-15')).body.from).toBe('2026-06-15T00:00:00.000Z');
      const repaired = await owner.patch('/settings', { timeZone: 'Asia/Jakarta' });
      expect([repaired.status, repaired.body.timeZone]).toEqual([200, 'Asia/Jakarta']);
    },
  );
});
