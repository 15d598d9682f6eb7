import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn } from '../platform/database';

export const locales = ['en', 'id'] as const;
export type Locale = (typeof locales)[number];

@Entity('company_settings')
export class CompanySettingsEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  /** The language the console begins in for members of this company. */
  @TextColumn()
  locale!: Locale;
}
