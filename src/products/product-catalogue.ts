import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, MoreThan } from 'typeorm';
import { type Permission, PermissionCatalogue } from '../../libs/permissions';
import { Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type PageRequest, startAfter } from '../platform/http';
import { ProductEntity } from './product.entity';

/** What the platform sells, to everyone alike. Products belong to no company, so this is one of the doors past tenancy. */
@Injectable()
export class ProductCatalogue {
  constructor(
    private readonly reader: Reader,
    private readonly permissions: PermissionCatalogue,
  ) {}

  /** By code. @returns one more than asked for when there are more. */
  page(request: PageRequest): Promise<ProductEntity[]> {
    const after = startAfter(request);
    return this.find(request, after === null ? {} : { code: MoreThan(after) });
  }

  /** The same of what is on sale, and of what the company has or had. */
  pageFor(request: PageRequest, itsCodes: readonly string[]): Promise<ProductEntity[]> {
    const after = startAfter(request);
    const later = after === null ? {} : { code: MoreThan(after) };
    const its = itsCodes.filter((code) => after === null || code > after);
    return this.find(request, [{ retiredAt: IsNull(), ...later }, { code: In(its) }]);
  }

  byCode(code: string, tx: Tx): Promise<ProductEntity | null> {
    return managerOf(tx).findOneBy(ProductEntity, { code });
  }

  /** A product that is changed, or given to a company: neither happens to it elsewhere until the unit ends. */
  locked(code: string, tx: Tx): Promise<ProductEntity | null> {
    return managerOf(tx).findOne(ProductEntity, { where: { code }, ...lockIn(tx) });
  }

  /** What a company has from its beginning, locked like this. */
  ofNewCompanies(tx: Tx): Promise<ProductEntity[]> {
    const where = { enabledByDefault: true, retiredAt: IsNull() };
    return managerOf(tx).find(ProductEntity, { where, order: { code: 'ASC' }, ...lockIn(tx) });
  }

  /** What each of these products grants its keys in this program. */
  async grantsOf(codes: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly Permission[]>> {
    if (codes.length === 0) return new Map();
    const products = await managerOf(tx ?? this.reader).findBy(ProductEntity, { code: In(codes) });
    return new Map(products.map(({ code, grants }) => [code, this.permissions.among(grants)]));
  }

  private find(
    { limit }: PageRequest,
    where: FindOptionsWhere<ProductEntity> | FindOptionsWhere<ProductEntity>[],
  ): Promise<ProductEntity[]> {
    const order = { code: 'ASC' } as const;
    return managerOf(this.reader).find(ProductEntity, { where, order, take: limit + 1 });
  }
}

/** SQLite has one writer at a time and needs no lock. */
function lockIn(tx: Tx): { lock?: { mode: 'pessimistic_write' } } {
  return tx.dialect === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {};
}
