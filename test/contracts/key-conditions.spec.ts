import fc from 'fast-check';
import { effectiveExpiry } from '../../src/api-keys/expiry';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, anOperator, aProduct, aUser, startApp, type TestApp, type TestCompany } from '../support';
import { actingFor } from '../support/principals';
import { type Ground, layOut, type RandomKey, type World, worlds } from '../support/random-keys';

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly deletedAt: string | null;
}

const newMaximum = 29;
const numRuns = 30;
const statuses = ['suspended', 'revoked', 'expired', 'disabled', 'active'];
const denialsOf: Readonly<Record<string, readonly string[]>> = {
  revoked: ['REVOKED'],
  expired: ['EXPIRED'],
  disabled: ['DISABLED', 'PRODUCT_DISABLED', 'OWNER_INACTIVE'],
  active: ['VALID', 'SIGN_IN_NOT_GRANTED'],
};

describe('the status of keys, whatever keys, policies, products and owners there are,', () => {
  let test: TestApp;
  let company: TestCompany;
  let ground: Ground;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    const product = await aProduct(await anOperator(test));
    const { id: ownerId } = await aUser(test);
    ground = { test, principal: actingFor(company), makerId: company.ownerId, ownerId, product };
  });
  afterAll(() => test.close());

  const everywhere = (property: (world: World, texts: ReadonlyMap<string, string>) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(worlds, async (world) => property(world, await layOut(world, ground))),
      { numRuns },
    );
  const list = async (query = ''): Promise<Listed[]> =>
    (await company.owner.get(`/keys?limit=100&deleted=true${query}`)).body.data;

  it('200 is the same for a filter in the database and for one key', async () => {
    const seen = new Set<string>();
    await everywhere(async ({ keys }) => {
      const all = await list();
      expect(all).toHaveLength(keys.length);
      for (const status of statuses) {
        const filtered = await list(`&status=${status}`);
        expect(idsOf(filtered)).toEqual(idsOf(all.filter((key) => key.status === status)));
      }
      for (const { status } of all) seen.add(status);
    });

    expect([...seen].sort()).toEqual(['active', 'disabled', 'expired', 'revoked']);
  });

  it('200 is the same in a list and in a verification', async () => {
    const seen = new Set<string>();
    await everywhere(async (_, texts) => {
      for (const { id, status } of await list()) {
        const { body } = await company.owner.post('/keys/verify', { key: texts.get(id), cost: 0 });
        expect(denialsOf[status]).toContain(body.code);
        seen.add(body.code);
      }
    });

    expect([...seen]).toEqual(expect.arrayContaining(['VALID', 'REVOKED', 'EXPIRED', 'DISABLED']));
  });

  it('409 decides how many count against the maximum', async () => {
    const outcomes = new Set<string>();
    await everywhere(async ({ policies }) => {
      const all = await list('&kind=company');
      const counting = all.filter(({ status }) => !['revoked', 'expired'].includes(status)).length;
      for (const maxActive of [counting, counting + 1].filter((count) => count > 0)) {
        await setMaximum(maxActive);
        const { status, body } = await company.owner.post('/keys', { kind: 'company', name: 'One more' });
        const full = maxActive === counting ? 'key-limit-reached' : undefined;
        expect(body.code).toBe(policies.company.enabled ? full : 'kind-disabled');
        outcomes.add(String(status));
      }
    });

    expect([...outcomes].sort()).toEqual(['201', '409']);
  });

  it('200 foretells which keys a shorter maximum would cap', async () => {
    let capped = 0;
    await everywhere(async ({ policies, keys }) => {
      const { maxLifetimeDays: before } = policies.company;
      const after = Math.min(newMaximum, before ?? newMaximum);
      const living = keys.filter((key) => key.kind === 'company' && !key.revoked && !key.deleted);
      const affected = living.filter(
        (key) => endOf(key, before) > 0 && endOf(key, after) < endOf(key, before),
      );
      const input = { kind: 'company', maxLifetimeDays: newMaximum };

      expect((await company.owner.post('/keys/policy-preview', input)).body).toEqual({
        affected: affected.length,
      });
      capped += affected.length;
    });

    expect(capped).toBeGreaterThan(0);
  });

  async function setMaximum(maxActive: number): Promise<void> {
    await test.app
      .get(UnitOfWork)
      .run((tx) =>
        managerOf(tx).query(
          `UPDATE key_policies SET max_active = ? WHERE company_id = ? AND kind = 'company'`,
          [maxActive, company.id],
        ),
      );
  }
});

function idsOf(keys: readonly Listed[]): string[] {
  return keys.map(({ id }) => id);
}

/** When a key ends under such a maximum, in milliseconds from now. */
function endOf({ issued, expires, seenBy }: RandomKey, maxLifetimeDays: number | null): number {
  const at = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  const life = { issuedAt: new Date(issued), expiresAt: at(expires), seenBy: at(seenBy) };
  return effectiveExpiry(life, maxLifetimeDays)?.getTime() ?? Infinity;
}
