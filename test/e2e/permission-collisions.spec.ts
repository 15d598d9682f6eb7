import { Module } from '@nestjs/common';
import { resource } from '../../libs/permissions';
import { manifests } from '../../src/manifests';
import { businessModule } from '../../src/platform/manifest';
import { anOperator, startApp } from '../support';
import { compose } from '../support/compose';
import { TestClock } from '../support/test-clock';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

@Module({})
class SuppliersModule {}

const suppliers = businessModule({
  name: 'suppliers',
  module: SuppliersModule,
  permissions: [resource('suppliers', 'Suppliers', { create: 'Create suppliers' })],
});

describe('a module that protects what a product has a permission for', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  /** A server without the module, where an operator defines a product, and does more. */
  async function sell(
    more: (path: string, client: Awaited<ReturnType<typeof anOperator>>['client']) => Promise<unknown>,
  ) {
    const test = await startApp({ on: { database, clock: new TestClock() } });
    const { client } = await anOperator(test);
    const permissions = [{ name: 'suppliers:read', label: 'See them' }];
    await client.post('/platform/products', {
      code: 'purchasing',
      name: 'Purchasing',
      grants: [],
      permissions,
    });
    await more('/platform/products/purchasing', client);
    await test.close();
  }

  async function startWithModule(): Promise<void> {
    const running = await compose(database.env, { manifests: [...manifests, suppliers] });
    await running.close();
  }

  it('keeps the server from booting, which names the product', async () => {
    await sell(() => Promise.resolve());

    await expect(startWithModule()).rejects.toThrow(
      /^The product “purchasing” has a permission “suppliers:read”, and a module of this server protects “suppliers”/,
    );
  });

  it('lets it boot once the permission is removed', async () => {
    await sell((path, client) => client.patch(path, { permissions: [] }));

    await expect(startWithModule()).resolves.toBeUndefined();
  });

  it('lets it boot once the product is retired', async () => {
    await sell((path, client) => client.post(`${path}/retire`));

    await expect(startWithModule()).resolves.toBeUndefined();
  });
});
