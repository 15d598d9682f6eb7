import { startApp, type TestApp } from '../../support';
import { aFurnishedCompany } from '../../support/furnished-company';
import { idFields, idSlotsOf, validCalls } from '../../support/id-slots';
import { type Operation, operationsOf } from '../../support/operations';

/** Texts of Kunci's own operations that name no row of a company. Where a new one does, it belongs to `idFields` and is then called with foreign ids. */
const textsThatNameNothing = [
  'exportEvents timeZone',
  'generateKey timeZone',
  'generateServiceKey timeZone',
  'getUsage timeZone',
  'listRefusals timeZone',
  'listUsedKeys q',
  'listUsedKeys timeZone',
  'importKeys keys[].timeZone',
  'listEvents timeZone',
  'rotateKey timeZone',
  'updateKey timeZone',
  'updateSettings timeZone',
  'bulkKeys reason',
  'createProduct code',
  'createProduct grants[]',
  'createProduct name',
  'createProduct permissions[].label',
  'createProduct permissions[].name',
  'createRole name',
  'createRole permissions[]',
  'createServiceAccount description',
  'createServiceAccount name',
  'exportEvents type',
  'foundCompany name',
  'createPlatformCompany externalId',
  'createPlatformCompany name',
  'createPlatformCompany owner.username',
  'createPlatformCompany slug',
  'foundCompany owner.username',
  'foundCompany slug',
  'generateKey allowedAddresses[]',
  'generateKey description',
  'generateKey name',
  'generateKey permissions[]',
  'generateKey rateLimits[].name',
  'generateServiceKey allowedAddresses[]',
  'generateServiceKey gateway.audiences[]',
  'generateServiceKey name',
  'importKeys keys[].allowedAddresses[]',
  'importKeys keys[].description',
  'importKeys keys[].name',
  'importKeys keys[].permissions[]',
  'importKeys keys[].rateLimits[].name',
  'importKeys keys[].secretName',
  'importKeys shape.prefix',
  'inviteUser username',
  'listEvents type',
  'listKeys permission',
  'listKeys q',
  'listPlatformCompanies q',
  'listPlatformUsers q',
  'redeemInvitation username',
  'rejectCompany reason',
  'resetPassword username',
  'revokeKey reason',
  'revokePlatformKey reason',
  'signIn username',
  'suspendCompany reason',
  'updateCompany name',
  'updateKey allowedAddresses[]',
  'updateKey description',
  'updateKey name',
  'updateKey permissions[]',
  'updateKey rateLimits[].name',
  'updateProduct grants[]',
  'updateProduct name',
  'updateProduct permissions[].label',
  'updateProduct permissions[].name',
  'updateRole name',
  'updateRole permissions[]',
  'updateServiceAccount description',
  'updateServiceAccount name',
  'verifyKey address',
  'verifyKey permission',
  'verifyKey username',
];

/** Products are the platform's, and the same to every company. */
const codesOfProducts = [
  'createPlatformCompany products[]',
  'generateKey product',
  'generateServiceKey product',
  'importKeys product',
  'listKeys product',
  'stepUp product',
  'verifyKey product',
];

/** These name their holder. For those of another company, see `foreign-secrets.spec.ts`. */
const secrets = [
  'beginMyTotp password',
  'changeMyPassword newPassword',
  'changeMyPassword password',
  'confirmMyTotp code',
  'foundCompany owner.password',
  'importKeys keys[].hash',
  'lookUpKey key',
  'lookUpPlatformKey key',
  'previewInvitation token',
  'previewPasswordReset token',
  'redeemInvitation password',
  'redeemInvitation token',
  'redeemPasswordReset password',
  'redeemPasswordReset token',
  'removeMyTotp password',
  'setMyPin password',
  'revokeCredentials credentials[]',
  'setMyPin pin',
  'signIn password',
  'stepUp secret',
  'verifyKey key',
];

/** For every list. For the cursors of another company, see `lists.spec.ts`. */
const pagination = ['cursor', 'limit'];

describe('the isolation of companies', () => {
  let test: TestApp;
  let operations: readonly Operation[];

  beforeAll(async () => {
    test = await startApp();
    operations = operationsOf(test);
  });
  afterAll(() => test.close());

  it('is proved for every text that a client can send', () => {
    const own = operations.filter(({ business }) => !business);
    const texts = own.flatMap(({ id, queryFields, bodyFields }) =>
      [...queryFields, ...bodyFields]
        .filter(({ name, freeText }) => freeText && !pagination.includes(name))
        .map(({ name }) => `${id} ${name}`),
    );

    const known = [...idFields, ...textsThatNameNothing, ...codesOfProducts, ...secrets];
    expect(texts.sort()).toEqual(known.sort());
  });

  it('is proved for every operation with an id', async () => {
    const calls = validCalls(await aFurnishedCompany(test, 'Ours'));
    const withIds = idSlotsOf(operations).map(({ operation }) => operation.id);

    expect(Object.keys(calls).sort()).toEqual([...new Set(withIds)].sort());
  });
});
