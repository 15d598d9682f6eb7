import { Injectable } from '@nestjs/common';
import { anyKindMay } from '../../libs/permissions';
import { ApiKeyEntity, endsOf, KeyEnding, KeyRows, ListKeysService } from '../api-keys';
import { Receipts } from '../cluster';
import { isId } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { notFound } from '../platform/http';
import { asOperator, type Principal } from '../tenancy';
import { insideCompany } from './inside-company';
import { type PlatformCompanyView } from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';
import { type RevokedPlatformKey } from './platform-keys.schema';

/** Revokes keys of any company: a leaked one must not work until somebody of the company is found. */
@Injectable()
export class RevokePlatformKeyService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly rows: KeyRows,
    private readonly ending: KeyEnding,
    private readonly keys: ListKeysService,
    private readonly receipts: Receipts,
    private readonly units: UnitOfWork,
  ) {}

  /** Revokes the key permanently, from the next request on. Repeating it changes nothing. @throws 404. */
  async revoke(principal: Principal, id: string, reason: string | null): Promise<RevokedPlatformKey> {
    const { event, ...shown } = await this.units.run(
      async (tx) => {
        const company = await this.companyOf(principal, id, tx);
        const inside = insideCompany(company, { permissions: anyKindMay('read'), user: principal.user });
        await this.rows.lock(inside, id, tx);
        const row = await this.rows.readable(inside, id, tx);
        const done = await this.ending.revoke(inside, row, reason, tx);
        const event = done ?? (await this.receipts.earlier(inside, endsOf(row), tx));
        return { key: await this.keys.actedOn(inside, id, tx), company, event };
      },
      { ends: true },
    );
    return { ...shown, revocation: await this.receipts.awaitEffective(event) };
  }

  private async companyOf(principal: Principal, id: string, tx: Tx): Promise<PlatformCompanyView> {
    const key = isId(id) ? await asOperator(principal, tx).findOneBy(ApiKeyEntity, { id }) : null;
    if (key === null) throw notFound();
    return this.companies.get(principal, key.companyId, tx);
  }
}
