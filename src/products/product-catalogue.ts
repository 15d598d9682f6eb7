import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
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
    const where = after === null ? {} : { code: MoreThan(after) };
    const take = request.limit + 1;
    return managerOf(this.reader).find(ProductEntity, { where, order: { code: 'ASC' }, take });
  }

  byCode(code: string, tx: Tx): Promise<ProductEntity | null> {
    return managerOf(tx).findOneBy(ProductEntity, { code });
  }

  /** What each of these products grants its keys. */
  async grantsOf(codes: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly Permission[]>> {
    if (codes.length === 0) return new Map();
    const products = await managerOf(tx ?? this.reader).findBy(ProductEntity, { code: In(codes) });
    return new Map(products.map(({ code, grants }) => [code, this.permissions.among(grants)]));
  }
}
