import { Injectable } from '@nestjs/common';
import { CompanyEntity } from '../companies';
import { Reader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type PrincipalCompany } from '../tenancy';
import { MemberEntity } from './member.entity';

/** In which companies a person is an active member. It looks across companies: they choose among them at sign-in. */
@Injectable()
export class Memberships {
  constructor(private readonly reader: Reader) {}

  /** Oldest membership first. */
  async of(userId: string): Promise<PrincipalCompany[]> {
    const rows = await managerOf(this.reader)
      .createQueryBuilder(CompanyEntity, 'company')
      .innerJoin(MemberEntity, 'member', 'member.companyId = company.id')
      .where('member.userId = :userId AND member.status = :active', { userId, active: 'active' })
      .orderBy('member.createdAt')
      .addOrderBy('company.id')
      .getMany();
    return rows.map(({ id, name, slug, status }) => ({ id, name, slug, suspended: status === 'suspended' }));
  }
}
