import { Injectable } from '@nestjs/common';
import { CompanyEntity } from '../companies';
import { Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type PrincipalCompany } from '../tenancy';
import { MemberEntity } from './member.entity';

/** In which companies a person is a member; closed ones have none. It looks across companies: they choose among them at sign-in. */
@Injectable()
export class Memberships {
  constructor(private readonly reader: Reader) {}

  /** Oldest membership first. */
  async of(userId: string, tx?: Tx): Promise<PrincipalCompany[]> {
    const rows = await managerOf(tx ?? this.reader)
      .createQueryBuilder(CompanyEntity, 'company')
      .innerJoin(MemberEntity, 'member', 'member.companyId = company.id')
      .where('member.userId = :userId AND member.status = :active', { userId, active: 'active' })
      .andWhere('company.closedAt IS NULL')
      .orderBy('member.createdAt')
      .addOrderBy('company.id')
      .getMany();
    return rows.map(toCompany);
  }

  /** Whether the person is a member of another company than this one, active there or not. */
  belongElsewhere(userId: string, companyId: string, source: Reader | Tx = this.reader): Promise<boolean> {
    return managerOf(source)
      .createQueryBuilder(CompanyEntity, 'company')
      .innerJoin(MemberEntity, 'member', 'member.companyId = company.id')
      .where('member.userId = :userId AND company.id <> :companyId', { userId, companyId })
      .andWhere('company.closedAt IS NULL')
      .getExists();
  }
}

function toCompany({ id, name, slug, status, timeZone }: CompanyEntity): PrincipalCompany {
  return { id, name, slug, suspended: status === 'suspended', timeZone };
}
