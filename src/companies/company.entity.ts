import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

export const companyStatuses = ['onboarding', 'in_review', 'approved', 'rejected', 'suspended'] as const;
export type CompanyStatus = (typeof companyStatuses)[number];

export function isCompanyStatus(text: string): text is CompanyStatus {
  return companyStatuses.some((status) => status === text);
}

/** What a company counts as while its status cannot be read: not approved. Its keys are `broken` meanwhile. */
export const unreadableStatus = 'onboarding' satisfies CompanyStatus;

/** The tenant. */
@Entity('companies')
export class CompanyEntity {
  @PrimaryIdColumn()
  id!: string;

  @TextColumn()
  name!: string;

  /** Names the company in `Basic slug:key`; it never changes. */
  @TextColumn()
  slug!: string;

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

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
