import { Entity } from 'typeorm';
import { CountColumn, JsonColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';
import { type CompanyMetadata, companyMetadata } from './company-metadata';

export const companyStatuses = ['onboarding', 'in_review', 'approved', 'rejected', 'suspended'] as const;
export type CompanyStatus = (typeof companyStatuses)[number];

export function isCompanyStatus(text: string): text is CompanyStatus {
  return companyStatuses.some((status) => status === text);
}

/** What a company counts as while its status cannot be read: not approved. Its keys are `broken` meanwhile. */
export const unreadableStatus = 'onboarding' satisfies CompanyStatus;

/** What an UPDATE sets the revision to whenever it changes name or status. */
export const nextRevision = (): string => 'revision + 1';

/** The revision of a company; 0, which nobody has seen, where it cannot be read. */
export function revisionOf({ revision }: { readonly revision: number }): number {
  return Number.isNaN(revision) ? 0 : revision;
}

/** The tenant. */
@Entity('companies')
export class CompanyEntity {
  @PrimaryIdColumn()
  id!: string;

  @TextColumn()
  name!: string;

  /** The name that the company wants; it waits for an operator, since the company is approved under the one above. */
  @TextColumn({ name: 'pending_name', nullable: true })
  pendingName!: string | null;

  /** Counts what changes about name and status. An operator decides about the revision that they saw. */
  @CountColumn()
  revision!: number;

  /** Names the company in `Basic slug:key`; it never changes while the company is open. */
  @TextColumn()
  slug!: string;

  /** The slug that a company had which was closed so long ago that another could take it; null for all others. */
  @TextColumn({ name: 'former_slug', nullable: true })
  formerSlug!: string | null;

  @TextColumn()
  status!: CompanyStatus;

  /** The reason of the last rejection, until the company is approved. */
  @TextColumn({ name: 'rejected_reason', nullable: true })
  rejectedReason!: string | null;

  /** Why it was suspended last. For operators only. */
  @TextColumn({ name: 'suspended_reason', nullable: true })
  suspendedReason!: string | null;

  /** What it was before it was suspended, and will be again. */
  @TextColumn({ name: 'suspended_from', nullable: true })
  suspendedFrom!: CompanyStatus | null;

  /** When operators closed it for good; null for all others. It is stored as suspended, so that every version refuses its keys. */
  @TimeColumn({ name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** What operators call it in their own systems. For operators only; no two companies have the same. */
  @TextColumn({ name: 'external_id', nullable: true })
  externalId!: string | null;

  /** Facts that operators keep with it. For operators only. */
  @JsonColumn(companyMetadata, null, { nullable: true })
  metadata!: CompanyMetadata | null;

  /** In which its days begin and end; `readTimeZone` reads it. One of its settings, which every principal of the company brings along. */
  @TextColumn({ name: 'time_zone' })
  timeZone!: string;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}

/** The slug that people know the company by, also when another company has it now. */
export function shownSlug({ slug, formerSlug }: CompanyEntity): string {
  return formerSlug ?? slug;
}
