import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn } from '../platform/database';

export const locales = ['en', 'id'] as const;
export type Locale = (typeof locales)[number];

/** The language that is stored, or English where what is stored is none. */
export function readLocale(row: { readonly locale: string } | undefined): Locale {
  return locales.find((locale) => locale === row?.locale) ?? 'en';
}

@Entity('company_settings')
export class CompanySettingsEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  /** The company's language, for programs that read its settings. In the console, each person chooses their own. */
  @TextColumn()
  locale!: Locale;
}
