import { Entity } from 'typeorm';
import { CountColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/** What a company asked a customer to pay. */
@Entity('sales_invoices')
export class SalesInvoiceEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  /** The company's own number for it; unique in the company. */
  @TextColumn()
  number!: string;

  @TextColumn()
  customer!: string;

  /** In hundredths of the currency. MySQL may send a big integer as text. */
  @CountColumn({ name: 'total_cents' })
  totalCents!: number;

  /** ISO 4217. */
  @TextColumn()
  currency!: string;

  /** A calendar day, YYYY-MM-DD. It has no time zone, so it is no moment. */
  @TextColumn({ name: 'issued_on' })
  issuedOn!: string;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
