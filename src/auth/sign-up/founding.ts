import { Injectable } from '@nestjs/common';
import { type SystemRoleCode } from '../../../libs/permissions';
import { CompanyEntity, type CompanyStatus } from '../../companies';
import { Clock, Ids } from '../../platform';
import { type Tx } from '../../platform/database';
import { utc } from '../../platform/time-zones';
import { DefaultProducts } from '../../products';
import { SystemRoleRows } from '../../roles';
import { type Locale, SettingsService } from '../../settings';
import { InjectScoped, type Principal, principalWith, ScopedRepository } from '../../tenancy';
import { FreedSlugs } from './freed-slugs';

export interface CompanyDraft {
  readonly name: string;
  readonly slug: string;
  readonly status: CompanyStatus;
  readonly locale: Locale;
  /** What operators know of it, where they make it. */
  readonly externalId?: string | undefined;
  readonly metadata?: CompanyEntity['metadata'] | undefined;
}

export interface Founded {
  readonly company: CompanyEntity;
  /** Acts for the new company in the name of its founder, without any rights yet. */
  readonly principal: Principal;
  readonly roleIds: ReadonlyMap<SystemRoleCode, string>;
  /** The codes of the products that it has from its beginning. */
  readonly products: readonly string[];
}

/** Founds companies: the company itself, its settings, its system roles and its first products, in one unit of work. */
@Injectable()
export class Founding {
  constructor(
    @InjectScoped(CompanyEntity) private readonly companies: ScopedRepository<CompanyEntity>,
    private readonly settings: SettingsService,
    private readonly roles: SystemRoleRows,
    private readonly products: DefaultProducts,
    private readonly ids: Ids,
    private readonly slugs: FreedSlugs,
    private readonly clock: Clock,
  ) {}

  /** Throws the database's unique violation when the slug is taken. */
  async found(draft: CompanyDraft, founder: { id: string; username: string }, tx: Tx): Promise<Founded> {
    const { locale, externalId = null, metadata = null, ...company } = draft;
    const id = this.ids.next();
    const principal = principalWith({
      company: { id, name: draft.name, slug: draft.slug, suspended: false, timeZone: utc },
      user: founder,
      key: null,
      session: null,
      operator: false,
      method: 'password',
      permissions: [],
    });
    const unjudged = {
      ...{ pendingName: null, revision: 1, closedAt: null, formerSlug: null },
      ...{ rejectedReason: null, suspendedReason: null, suspendedFrom: null, timeZone: utc },
    };
    const row = { ...company, ...unjudged, externalId, metadata, id, createdAt: this.clock.now() };
    await this.slugs.setAside(row.slug, tx);
    await this.companies.of(principal, tx).insert(row);
    await this.settings.insertDefaults(principal, locale, tx);
    const products = await this.products.enable(principal, tx);
    return { company: row, principal, roleIds: await this.roles.insert(principal, tx), products };
  }
}
