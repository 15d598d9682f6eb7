import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { type ObjectLiteral } from 'typeorm';
import { Reader } from '../platform/database';
import { ScopedRepository } from './scoped-repository';

type EntityClass = new () => ObjectLiteral;

/** Gives a module the scoped repositories of its own entities: `imports: [TenancyModule.forFeature([InvoiceEntity])]`. */
@Module({})
export class TenancyModule {
  /** @param tenantColumn the property that names the company in these entities. */
  static forFeature(entities: readonly EntityClass[], tenantColumn = 'companyId'): DynamicModule {
    const providers = entities.map((entity) => ({
      provide: tokenOf(entity),
      useFactory: (reader: Reader) => new ScopedRepository(entity, reader, tenantColumn),
      inject: [Reader],
    }));
    return { module: TenancyModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** Injects the `ScopedRepository` of an entity named in `TenancyModule.forFeature`. */
export function InjectScoped(entity: EntityClass): ParameterDecorator {
  return Inject(tokenOf(entity));
}

function tokenOf(entity: EntityClass): string {
  return `Scoped${entity.name}`;
}
