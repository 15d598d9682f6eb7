import { Injectable } from '@nestjs/common';
import {
  type EntityManager,
  type FindOperator,
  type FindOptionsWhere,
  In,
  IsNull,
  MoreThan,
  Not,
  type SelectQueryBuilder,
} from 'typeorm';
import {
  CompanyEntity,
  type CompanyStatus,
  companyStatuses,
  revisionOf,
  toCompanyView,
  unreadableStatus,
} from '../companies';
import { isId, shownTime } from '../platform';
import { Reader, type Tx } from '../platform/database';
import { invalidCursor, notFound, type Page, startAfter, toPage } from '../platform/http';
import { ProductActivationEntity } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { statusForOperators } from './company-statuses';
import { foldedSearch } from './folded-search';
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
    const rows = await matching(manager, query, after)
      .take(query.limit + 1)
      .getMany();
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

function matching(
  manager: EntityManager,
  { q, status, pendingName }: PlatformCompanyQuery,
  after: string | null,
): SelectQueryBuilder<CompanyEntity> {
  const where = {
    ...(after === null ? {} : { id: MoreThan(after) }),
    ...(status === undefined ? {} : storedOf(status)),
    ...(pendingName === undefined ? {} : { pendingName: Not(IsNull()) }),
  };
  const rows = manager.createQueryBuilder(CompanyEntity, 'company').setFindOptions({ where });
  if (q !== undefined) {
    const { isIn, parameters } = foldedSearch(q);
    const texts = ['name', 'slug', 'formerSlug'].map((property) => isIn(`company.${property}`));
    const found = [...texts, 'company.externalId = :q', 'company.id = :q'].join(' OR ');
    rows.andWhere(`(${found})`, { q, ...parameters });
  }
  return rows.orderBy('company.id', 'ASC');
}

function storedOf(status: PlatformCompanyView['status']): FindOptionsWhere<CompanyEntity> {
  if (status === 'closed') return { closedAt: Not(IsNull()) };
  return { status: countingAs(status), closedAt: IsNull() };
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
    status: statusForOperators(row),
    closedAt: row.closedAt === null ? null : shownTime(row.closedAt, row.id),
    revision: revisionOf(row),
    externalId: row.externalId,
    metadata: row.metadata,
    rejectedReason: row.rejectedReason,
    suspendedReason: row.suspendedReason,
    products: activations
      .filter(({ companyId }) => companyId === row.id)
      .map(({ productCode, status }) => ({ code: productCode, activation: status })),
  });
}
