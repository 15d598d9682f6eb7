import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { CompanyEntity, shownSlug } from '../companies';
import { isId, shownTime } from '../platform';
import { Reader, type Tx } from '../platform/database';
import { invalidCursor, notFound, type Page, startAfter, toPage } from '../platform/http';
import { asOperator, type Principal } from '../tenancy';
import { MemberEntity, shownUsername, UserEntity } from '../users';
import { statusForOperators } from './company-statuses';
import { type PlatformUserQuery, type PlatformUserView } from './platform-users.schema';

/** Looks up people, whatever companies they are in. */
@Injectable()
export class PlatformUsersService {
  constructor(private readonly reader: Reader) {}

  /** By id, which tells nothing of a person. */
  async list(principal: Principal, query: PlatformUserQuery): Promise<Page<PlatformUserView>> {
    const manager = asOperator(principal, this.reader);
    const after = startAfter(query);
    if (after !== null && !isId(after)) throw invalidCursor();
    const rows = await matching(manager, query.q, after)
      .take(query.limit + 1)
      .getMany();
    return toPage(rows, query.limit, ({ id }) => id, await presenterFor(manager, rows));
  }

  /** @throws 404 for an unknown or odd id. */
  async get(principal: Principal, id: string, tx: Tx): Promise<PlatformUserView> {
    const manager = asOperator(principal, tx);
    const row = isId(id) ? await manager.findOneBy(UserEntity, { id, serviceAccount: false }) : null;
    if (row === null) throw notFound();
    return (await presenterFor(manager, [row]))(row);
  }
}

function matching(
  manager: EntityManager,
  q: string | undefined,
  after: string | null,
): SelectQueryBuilder<UserEntity> {
  const where = { serviceAccount: false, ...(after === null ? {} : { id: MoreThan(after) }) };
  const rows = manager.createQueryBuilder(UserEntity, 'user').setFindOptions({ where });
  if (q !== undefined) {
    const contains = (property: string) => `INSTR(user.${property}, :typed) > 0`;
    const found = `${contains('username')} OR ${contains('formerUsername')} OR user.id = :q`;
    rows.andWhere(`(${found})`, { q, typed: q.normalize('NFKC').toLowerCase() });
  }
  return rows.orderBy('user.id', 'ASC');
}

/** @returns what shows each of these rows, after the companies of all of them were looked up at once. */
async function presenterFor(
  manager: EntityManager,
  rows: readonly UserEntity[],
): Promise<(row: UserEntity) => PlatformUserView> {
  const members = await manager.find(MemberEntity, {
    where: { userId: In(rows.map(({ id }) => id)) },
    order: { companyId: 'ASC' },
  });
  const ids = In(members.map(({ companyId }) => companyId));
  const companies = await manager.findBy(CompanyEntity, { id: ids });
  const companyOf = new Map(companies.map((company) => [company.id, company]));
  const companiesOf = (userId: string): PlatformUserView['companies'] =>
    members.flatMap((member) => {
      const company = member.userId === userId ? companyOf.get(member.companyId) : undefined;
      if (company === undefined) return [];
      const { id, name } = company;
      const membership = member.status === 'active' ? 'active' : 'deactivated';
      return [{ id, name, slug: shownSlug(company), status: statusForOperators(company), membership }];
    });
  return (row) => ({
    id: row.id,
    username: shownUsername(row),
    status: row.releasedAt === null ? 'active' : 'released',
    operator: row.operator,
    companies: companiesOf(row.id),
    createdAt: shownTime(row.createdAt, row.id),
    releasedAt: row.releasedAt === null ? null : shownTime(row.releasedAt, row.id),
  });
}
