import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOperator, In, IsNull, MoreThan, Not } from 'typeorm';
import {
  CompanyEntity,
  type CompanyStatus,
  companyStatuses,
  revisionOf,
  toCompanyView,
  unreadableStatus,
} from '../companies';
import { isId } from '../platform';
import { Reader, type Tx } from '../platform/database';
import { invalidCursor, notFound, type Page, startAfter, toPage } from '../platform/http';
import { ProductActivationEntity } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { type PlatformCompanyQuery, type PlatformCompanyView } from './platform-companies.schema';

/** Looks up the companies of the platform. */
@Injectable()
export class PlatformCompaniesService {
  constructor(private readonly reader: Reader) {}

  /** Oldest first, so that who has waited longest for a decision stands on top. */
  async list(principal: Principal, query: PlatformCompanyQuery): Promise<Page<PlatformCompanyView>> {
    const manager = asOperator(principal, this.reader);
    const after = startAfter(query);
    if (after !== null && !isId(after)) throw invalidCursor();
    const rows = await manager.find(CompanyEntity, {
      where: {
        ...(after === null ? {} : { id: MoreThan(after) }),
        ...(query.status === undefined ? {} : { status: countingAs(query.status) }),
        ...(query.pendingName === undefined ? {} : { pendingName: Not(IsNull()) }),
      },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    return toPage(rows, query.limit, ({ id }) => id, await presenterFor(manager, rows));
  }

  /** @throws 404 for an unknown or odd id. */
  async get(principal: Principal, id: string, tx?: Tx): Promise<PlatformCompanyView> {
    const manager = asOperator(principal, tx ?? this.reader);
    const row = isId(id) ? await manager.findOneBy(CompanyEntity, { id }) : null;
    if (row === null) throw notFound();
    return (await presenterFor(manager, [row]))(row);
  }
}

/** What is stored of the companies that are shown with this status. */
function countingAs(status: CompanyStatus): CompanyStatus | FindOperator<CompanyStatus> {
  return status === unreadableStatus ? Not(In(companyStatuses.filter((one) => one !== status))) : status;
}

/** @returns what shows each of these rows, after what they have of products was looked up at once. */
async function presenterFor(
  manager: EntityManager,
  rows: readonly CompanyEntity[],
): Promise<(row: CompanyEntity) => PlatformCompanyView> {
  const activations = await manager.find(ProductActivationEntity, {
    where: { companyId: In(rows.map(({ id }) => id)) },
    order: { productCode: 'ASC' },
  });
  return (row) => ({
    ...toCompanyView(row),
    revision: revisionOf(row),
    rejectedReason: row.rejectedReason,
    suspendedReason: row.suspendedReason,
    products: activations
      .filter(({ companyId }) => companyId === row.id)
      .map(({ productCode, status }) => ({ code: productCode, activation: status })),
  });
}
