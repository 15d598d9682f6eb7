import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import { type ObjectLiteral, type Repository } from 'typeorm';
import { Reader, readingSide } from '../platform/database';
import { ScopedRepository } from './scoped-repository';

type EntityClass = new () => ObjectLiteral;

/**
 * Gives a module the scoped repositories of its own entities: `imports: [TenancyModule.forFeature([InvoiceEntity])]`. The
 * repositories of TypeORM, which know no company, stay in here.
 */
@Module({})
export class TenancyModule {
  /** @param tenantColumn the property that names the company in these entities. */
  static forFeature(entities: readonly EntityClass[], tenantColumn = 'companyId'): DynamicModule {
    const providers = entities.map((entity) => ({
      provide: tokenOf(entity),
      useFactory: (rows: Repository<ObjectLiteral>, { dialect }: Reader) =>
        new ScopedRepository(rows, dialect, tenantColumn),
      inject: [getRepositoryToken(entity, readingSide), Reader],
    }));
    return {
      module: TenancyModule,
      imports: [TypeOrmModule.forFeature([...entities], readingSide)],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}

/** Injects the `ScopedRepository` of an entity named in `TenancyModule.forFeature`. */
export function InjectScoped(entity: EntityClass): ParameterDecorator {
  return Inject(tokenOf(entity));
}

function tokenOf(entity: EntityClass): string {
  return `Scoped${entity.name}`;
}
