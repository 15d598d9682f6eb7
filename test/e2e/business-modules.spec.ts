import { Controller, Get, Module, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Entity } from 'typeorm';
import { resource } from '../../libs/permissions';
import { defineProblem } from '../../libs/problems';
import { Authenticated, Public, Requires } from '../../src/access';
import { type RunningApp } from '../../src/app.setup';
import { manifests } from '../../src/manifests';
import { IdColumn, PrimaryIdColumn } from '../../src/platform/database';
import { businessModule, type Manifest } from '../../src/platform/manifest';
import { salesInvoiceEvents } from '../../src/sales-invoices/sales-invoices.events';
import { compose } from '../support/compose';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

@Controller('guest')
class GuestController {
  @Get('open')
  @Public()
  open(): object {
    return { open: true };
  }

  @Get('closed')
  @Authenticated()
  closed(): object {
    return { closed: true };
  }
}

@Controller('silent')
class SilentController {
  @Get()
  silent(): object {
    return {};
  }
}

@Controller('suppliers')
class MisspeltController {
  @Get()
  @Requires('supplier:read')
  list(): object {
    return {};
  }
}

@ApiTags('Suppliers')
@Controller('suppliers')
class TaggedController {
  @Get()
  @Public()
  list(): object {
    return {};
  }
}

@Entity('suppliers')
class SupplierEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;
}

@Entity('everybodys')
class EverybodysEntity {
  @PrimaryIdColumn()
  id!: string;
}

const suppliers = resource('suppliers', 'Suppliers', { read: 'See the suppliers' });

function moduleOf(...controllers: Type[]): Type {
  @Module({ controllers })
  class GuestModule {}
  return GuestModule;
}

describe('a business module', () => {
  let database: TestDatabase;
  let running: RunningApp | null;

  beforeEach(async () => {
    database = await createTestDatabase();
    running = null;
  });
  afterEach(async () => {
    await running?.close();
    await database.drop();
  });

  async function start(draft: Partial<Manifest>): Promise<RunningApp> {
    const guest = businessModule({ name: 'guest', module: moduleOf(), ...draft });
    running = await compose(database.env, { manifests: [...manifests, guest] });
    return running;
  }

  it('401 stands behind the same guards', async () => {
    const { app } = await start({ module: moduleOf(GuestController) });
    const open = await app.inject('/api/v1/guest/open');
    const closed = await app.inject('/api/v1/guest/closed');

    expect([open.statusCode, closed.statusCode]).toEqual([200, 401]);
  });

  it.each<[string, Partial<Manifest>, RegExp]>([
    [
      'a route that does not say who may call it',
      { module: moduleOf(SilentController) },
      /^SilentController\.silent does not say who may call it\. Put @Requires\(/,
    ],
    [
      'a route that requires what no manifest declares, and tells the nearest that there is',
      { module: moduleOf(MisspeltController), permissions: [suppliers] },
      /^MisspeltController\.list requires “supplier:read”.* Did you mean “suppliers:read”\? Otherwise: add `resource\('supplier'/,
    ],
    [
      'an entity without a company',
      { entities: [EverybodysEntity] },
      /^EverybodysEntity of the module “guest” has no companyId.* Add `@IdColumn\(/,
    ],
    [
      'an entity without a table',
      { entities: [SupplierEntity] },
      /^SupplierEntity of the module “guest” does not fit its table.* list it under `migrations` in manifest\.ts/,
    ],
    [
      'a name that another module has',
      { name: 'sales-invoices' },
      /^Two business modules are called “sales-invoices”\. Give one of them another `name` in its manifest\.ts/,
    ],
    [
      'a resource that another module has',
      { permissions: [resource('sales-invoices', 'Invoices', { read: 'See them' })] },
      /^The resource “sales-invoices” is declared twice\. Give one of the two another name\./,
    ],
    [
      'a problem that another module has',
      { problems: [defineProblem('invoice-number-taken', 409, 'Taken.')] },
      /^The problem "invoice-number-taken" of guest is defined by sales-invoices already/,
    ],
    [
      'an event that another module has',
      { events: [salesInvoiceEvents.created] },
      /^The event "sales-invoice\.created" of guest is defined by sales-invoices already/,
    ],
    [
      'a tag that no manifest declares',
      { module: moduleOf(TaggedController) },
      /^The tag “Suppliers” of TaggedController is in no manifest\. Add it to `tags` in manifest\.ts/,
    ],
  ])('keeps the server from booting with %s, and says what to write where', async (_what, draft, words) => {
    await expect(start(draft)).rejects.toThrow(words);
  });
});
