import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { anyKindMay } from '../../libs/permissions';
import { KeySecretEntity, LookupKeyService, PastedDigests, preferred } from '../api-keys';
import { Reader } from '../platform/database';
import { notFound } from '../platform/http';
import { asOperator, type Principal } from '../tenancy';
import { insideCompany } from './inside-company';
import { PlatformCompaniesService } from './platform-companies.service';
import { type FoundPlatformKey } from './platform-keys.schema';

/** Finds out whose key a secret is that turned up somewhere. */
@Injectable()
export class FindPlatformKeyService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly digests: PastedDigests,
    private readonly lookups: LookupKeyService,
    private readonly reader: Reader,
  ) {}

  /** @throws 404 for text that is no key, and when no company has a key with this secret. */
  async find(principal: Principal, pasted: string): Promise<FoundPlatformKey> {
    const manager = asOperator(principal, this.reader);
    const digests = await this.digests.of(pasted);
    if (digests.length === 0) throw notFound();
    const secret = preferred(await manager.findBy(KeySecretEntity, { digest: In(digests) }));
    if (secret === null) throw notFound();
    const company = await this.companies.get(principal, secret.companyId);
    const found = await this.lookups.find(
      insideCompany(company, { permissions: anyKindMay('read') }),
      pasted,
    );
    return { ...found, company };
  }
}
