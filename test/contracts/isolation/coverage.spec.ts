import { startApp, type TestApp } from '../../support';
import { aFurnishedCompany } from '../../support/furnished-company';
import { idFields, idSlotsOf, validCalls } from '../../support/id-slots';
import { type Operation, operationsOf } from '../../support/operations';

/** Texts that name no row. Where a new one does, it belongs to `idFields` and is then called with foreign ids. */
const textsThatNameNothing = [
  'createRole name',
  'createSalesInvoice currency',
  'createSalesInvoice customer',
  'createSalesInvoice number',
  'createSalesInvoice total',
  'generateKey name',
  'listEvents type',
  'listKeys q',
  'revokeKey reason',
  'signIn password',
  'signIn username',
  'stepUp product',
  'stepUp secret',
  'updateCompany name',
  'updateKey name',
  'updateRole name',
];

/** Of every list. What a cursor of another company shows stands in `lists.spec.ts`. */
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
    const texts = operations.flatMap(({ id, queryFields, bodyFields }) =>
      [...queryFields, ...bodyFields]
        .filter(({ name, freeText }) => freeText && !pagination.includes(name))
        .map(({ name }) => `${id} ${name}`),
    );

    expect(texts.sort()).toEqual([...idFields, ...textsThatNameNothing].sort());
  });

  it('is proved for every operation with an id', async () => {
    const calls = validCalls(await aFurnishedCompany(test, 'Ours'));
    const withIds = idSlotsOf(operations).map(({ operation }) => operation.id);

    expect(Object.keys(calls).sort()).toEqual([...new Set(withIds)].sort());
  });
});
