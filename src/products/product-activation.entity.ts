import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn } from '../platform/database';

export const activationStatuses = ['requested', 'enabled', 'disabled'] as const;
export type ActivationStatus = (typeof activationStatuses)[number];

/** How far a company has come with a product. No row: it never asked, and nobody decided. */
@Entity('product_activations')
export class ProductActivationEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'product_code' })
  productCode!: string;

  @TextColumn()
  status!: ActivationStatus;
}
