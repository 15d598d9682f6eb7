import fc from 'fast-check';
import { ApiKeyEntity, KeySecretEntity } from '../../src/api-keys';
import { Keyring } from '../../src/api-keys/keyring';
import { generateKey } from '../../libs/api-key';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { dayMs, Ids } from '../../src/platform';
import { Reader, type Tx, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type Principal } from '../../src/tenancy';
import { type TestApp } from './test-app';
import { scopedRows } from './scoped-rows';

/** Everything that a key's status depends on. Times are milliseconds from now, which is negative for what is past. */
export interface World {
  readonly policies: Readonly<Record<KeyKind, { enabled: boolean; maxLifetimeDays: number | null }>>;
  /** Of the one product; null for no row. */
  readonly activation: 'requested' | 'enabled' | 'disabled' | null;
  /** Of the one owner of personal keys; null for no member. */
  readonly owner: { readonly status: 'active' | 'deactivated'; readonly joined: number } | null;
  readonly keys: readonly RandomKey[];
}

export interface RandomKey {
  readonly kind: KeyKind;
  readonly created: number;
  readonly issued: number;
  readonly expires: number | null;
  /** Of an imported key that nobody has used. */
  readonly seenBy: number | null;
  readonly revoked: boolean;
  readonly deleted: boolean;
  readonly disabled: boolean;
  /** An older secret beside the one that counts. */
  readonly superseded: boolean;
}

const limitsDays = [1, 30, 180];

/** Right before, right at and right after what matters: now, and now minus a maximum; or anywhere. */
const moment = fc
  .tuple(
    fc.constantFrom(0, ...limitsDays),
    fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -dayMs, max: dayMs })),
  )
  .map(([days, ms]) => ms - days * dayMs);

/** Also a life of exactly so many days, which a maximum of as many just allows. */
const exactDays = fc.constantFrom(null, null, 29, 29, ...limitsDays);

const rarely = (oneIn: number): fc.Arbitrary<boolean> =>
  fc.nat({ max: oneIn - 1 }).map((drawn) => drawn === 0);

const key: fc.Arbitrary<RandomKey> = fc
  .record({
    kind: fc.constantFrom('company', ...keyKinds),
    created: moment,
    issued: moment,
    expires: fc.option(fc.oneof(moment, fc.integer({ min: 0, max: 400 * dayMs }))),
    seenBy: fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, moment),
    exactDays,
    revoked: rarely(5),
    deleted: rarely(7),
    disabled: rarely(5),
    superseded: fc.boolean(),
  })
  .map(({ exactDays: days, ...rest }) =>
    days === null ? rest : { ...rest, expires: rest.issued + days * dayMs },
  );

const policy = fc.record({
  enabled: rarely(4).map((off) => !off),
  maxLifetimeDays: fc.option(fc.constantFrom(...limitsDays)),
});

export const worlds: fc.Arbitrary<World> = fc.record({
  policies: fc.record({ company: policy, product: policy, personal: policy, machine: policy }),
  activation: fc.constantFrom('enabled', 'enabled', 'requested', 'disabled', null),
  owner: fc.option(
    fc.record({ status: fc.constantFrom('active', 'active', 'deactivated'), joined: moment }),
    { freq: 8 },
  ),
  keys: fc.array(key, { minLength: 8, maxLength: 8 }),
});

/** Where a world is laid out. */
export interface Ground {
  readonly test: TestApp;
  readonly principal: Principal;
  readonly makerId: string;
  readonly ownerId: string;
  readonly product: string;
}

/** Makes the database say this and nothing else of the keys of the company. @returns the text of each key, by id. */
export function layOut(world: World, ground: Ground): Promise<ReadonlyMap<string, string>> {
  return ground.test.app.get(UnitOfWork).run(async (tx) => {
    await clear(ground, tx);
    await writeSurroundings(world, ground, tx);
    const texts = new Map<string, string>();
    for (const each of world.keys) texts.set(...(await writeKey(each, ground, tx)));
    return texts;
  });
}

async function clear({ principal, product, ownerId }: Ground, tx: Tx): Promise<void> {
  const companyId = principal.company?.id ?? '';
  for (const table of ['key_usage', 'key_usage_hours', 'key_secrets', 'key_words'])
    await managerOf(tx).query(`DELETE FROM ${table} WHERE company_id = ?`, [companyId]);
  await managerOf(tx).query('DELETE FROM api_keys WHERE company_id = ?', [companyId]);
  const [inCompany, ofOwner] = [
    [companyId, product],
    [companyId, ownerId],
  ];
  await managerOf(tx).query(
    'DELETE FROM product_activations WHERE company_id = ? AND product_code = ?',
    inCompany,
  );
  await managerOf(tx).query('DELETE FROM members WHERE company_id = ? AND user_id = ?', ofOwner);
}

async function writeSurroundings(
  world: World,
  { test, principal, ownerId, product }: Ground,
  tx: Tx,
): Promise<void> {
  const companyId = principal.company?.id ?? '';
  const now = test.clock.now().getTime();
  for (const [kind, { enabled, maxLifetimeDays }] of Object.entries(world.policies)) {
    await managerOf(tx).query(
      'UPDATE key_policies SET enabled = ?, max_lifetime_days = ?, max_active = NULL WHERE company_id = ? AND kind = ?',
      [enabled ? 1 : 0, maxLifetimeDays, companyId, kind],
    );
  }
  if (world.activation !== null) {
    const insert = 'INSERT INTO product_activations (company_id, product_code, status) VALUES (?, ?, ?)';
    await managerOf(tx).query(insert, [companyId, product, world.activation]);
  }
  if (world.owner !== null) {
    const insert = 'INSERT INTO members (company_id, user_id, status, created_at) VALUES (?, ?, ?, ?)';
    await managerOf(tx).query(insert, [companyId, ownerId, world.owner.status, now + world.owner.joined]);
  }
}

async function writeKey(input: RandomKey, ground: Ground, tx: Tx): Promise<[id: string, text: string]> {
  const { test, principal } = ground;
  const now = test.clock.now();
  const at = (ms: number): Date => new Date(now.getTime() + ms);
  const text = generateKey('prefixed', test.config.keyPrefix);
  const id = test.app.get(Ids).next();
  await scopedRows(ApiKeyEntity, test.app.get(Reader))
    .of(principal, tx)
    .insert({
      ...nothing,
      id,
      kind: input.kind,
      productCode: input.kind === 'product' ? ground.product : null,
      permissions: input.kind === 'machine' ? [] : null,
      ownerId: ['personal', 'machine'].includes(input.kind) ? ground.ownerId : null,
      createdAt: at(input.created),
      createdBy: ground.makerId,
      disabledAt: input.disabled ? now : null,
      // A deleted key is always revoked too.
      revokedAt: input.revoked || input.deleted ? now : null,
      deletedAt: input.deleted ? now : null,
    });
  const secrets = scopedRows(KeySecretEntity, test.app.get(Reader)).of(principal, tx);
  const secret = (of: string) => ({
    ...sealedNothing,
    id: test.app.get(Ids).next(),
    keyId: id,
    ...test.app.get(Keyring).digest(of),
  });
  const issuedAt = at(input.issued);
  await secrets.insert({
    ...secret(text),
    issuedAt,
    expiresAt: input.expires === null ? null : at(input.expires),
    seenBy: input.seenBy === null ? null : at(input.seenBy),
  });
  if (input.superseded) {
    const older = secret(generateKey('prefixed', test.config.keyPrefix));
    await secrets.insert({
      ...older,
      issuedAt: at(input.issued - 1),
      expiresAt: at(1),
      supersededAt: now,
      endsAt: at(1),
    });
  }
  return [id, text];
}

const nothing = {
  environment: 'live',
  selfRotatedAt: null,
  name: null,
  description: null,
  metadata: null,
  nameFolded: null,
  wordsOf: null,
  allowedAddresses: null,
  rateLimits: null,
  quota: null,
  revokedReason: null,
} as const;

const sealedNothing = {
  start: null,
  last4: '0000',
  supersededAt: null,
  endsAt: null,
  ciphertext: null,
  wrappedKey: null,
  kekVersion: null,
  noticedAt: null,
  cappedDays: null,
  madeWith: null,
  foreignAlgorithm: null,
  seenBy: null,
  importMark: null,
  shapeId: null,
};
