import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

export const companyStatuses = ['onboarding', 'in_review', 'approved', 'rejected', 'suspended'] as const;
export type CompanyStatus = (typeof companyStatuses)[number];

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

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
