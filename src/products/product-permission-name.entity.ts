import { Entity } from 'typeorm';
import { PrimaryTextColumn, TextColumn, TimeColumn } from '../platform/database';

/** Which product a name belongs to, so that no two have the same. It outlives the permission. */
@Entity('product_permission_names')
export class ProductPermissionNameEntity {
  @PrimaryTextColumn()
  name!: string;

  @TextColumn({ name: 'product_code' })
  productCode!: string;

  /** When the product stopped using it; null while it does. */
  @TimeColumn({ name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
