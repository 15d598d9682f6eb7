import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Inject, Injectable, Module, type Type } from '@nestjs/common';
import { getRepositoryToken, InjectDataSource, InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, EntityManager, type Repository } from 'typeorm';
import { readingSide } from '../../src/platform/database';
import { manifests } from '../../src/manifests';
import { businessModule } from '../../src/platform/manifest';
import { SalesInvoiceEntity } from '../../src/sales-invoices/sales-invoice.entity';
import { compose } from '../support/compose';
import { InjectScoped, type ScopedRepository, TenancyModule } from '../../src/tenancy';

const scopedInvoices = TenancyModule.forFeature([SalesInvoiceEntity]);

/** A business module with one service that asks for rows, as somebody would write it who knows Nest and not this house. */
function asking(service: Type, ...imports: NonNullable<Parameters<typeof Module>[0]['imports']>): Type {
  @Module({ imports, providers: [service] })
  class AskingModule {}
  return AskingModule;
}

@Injectable()
class WithDataSource {
  constructor(readonly rows: DataSource) {}
}

@Injectable()
class WithEntities {
  constructor(readonly rows: EntityManager) {}
}

@Injectable()
class WithInjectedDataSource {
  constructor(@InjectDataSource() readonly rows: unknown) {}
}

@Injectable()
class WithRepository {
  constructor(@InjectRepository(SalesInvoiceEntity) readonly rows: Repository<SalesInvoiceEntity>) {}
}

@Injectable()
class WithOurRepository {
  constructor(
    @Inject(getRepositoryToken(SalesInvoiceEntity, readingSide))
    readonly rows: Repository<SalesInvoiceEntity>,
  ) {}
}

@Injectable()
class WithScoped {
  constructor(@InjectScoped(SalesInvoiceEntity) readonly rows: ScopedRepository<SalesInvoiceEntity>) {}
}

describe('a business module', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-rows-'));
  const boot = async (module: Type): Promise<void> => {
    const { close } = await compose(
      { DATA_DIR: folder },
      { manifests: [...manifests, businessModule({ name: 'guest', module })] },
    );
    await close();
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['the data source', asking(WithDataSource)],
    ['the entity manager', asking(WithEntities)],
    ['the default data source', asking(WithInjectedDataSource)],
    ['a repository', asking(WithRepository)],
    [
      'a repository that it declares itself',
      asking(WithRepository, TypeOrmModule.forFeature([SalesInvoiceEntity])),
    ],
    ['the repository behind its scoped one', asking(WithOurRepository, scopedInvoices)],
  ])('does not boot when it injects %s', async (_what, module) => {
    await expect(boot(module)).rejects.toThrow("Nest can't resolve dependencies");
  });

  it('boots with the scoped repository', async () => {
    await expect(boot(asking(WithScoped, scopedInvoices))).resolves.toBeUndefined();
  });
});
