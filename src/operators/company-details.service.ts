import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ApiKeyEntity } from '../api-keys';
import { AuditTrailService } from '../audit';
import { Reader } from '../platform/database';
import { asOperator, type Principal } from '../tenancy';
import { InvitationEntity, MemberEntity, MembersService, UserEntity } from '../users';
import { insideCompany } from './inside-company';
import { type PlatformCompanyDetails } from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';

const maxPeople = 100;
const maxEvents = 20;

/** Shows operators one company with its people and what happened in it. */
@Injectable()
export class CompanyDetailsService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly members: MembersService,
    private readonly trail: AuditTrailService,
    private readonly reader: Reader,
  ) {}

  /** @throws 404 for an unknown or odd id. */
  async get(principal: Principal, id: string): Promise<PlatformCompanyDetails> {
    const company = await this.companies.get(principal, id);
    const inside = insideCompany(company);
    const people = await this.members.list(inside, { limit: maxPeople });
    const events = await this.trail.list(inside, { limit: maxEvents });
    const counts = await this.countsOf(principal, id);
    return { ...company, people: [...people.data], counts, events: [...events.data] };
  }

  private async countsOf(principal: Principal, companyId: string) {
    const manager = asOperator(principal, this.reader);
    return {
      members: await manager
        .createQueryBuilder(MemberEntity, 'member')
        .innerJoin(UserEntity, 'user', 'user.id = member.userId AND user.serviceAccount = :machine', {
          machine: 0,
        })
        .where('member.companyId = :companyId', { companyId })
        .getCount(),
      invitations: await manager.countBy(InvitationEntity, { companyId }),
      keys: await manager.countBy(ApiKeyEntity, { companyId, revokedAt: IsNull(), deletedAt: IsNull() }),
    };
  }
}
