import { Entity } from 'typeorm';
import { BytesColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../../platform/database';

/** A key for the backend of a product: it can verify that product's keys of every company. It belongs to no company. */
@Entity('service_keys')
export class ServiceKeyEntity {
  @PrimaryIdColumn()
  id!: string;

  @TextColumn()
  name!: string;

  @TextColumn({ name: 'product_code' })
  productCode!: string;

  @BytesColumn()
  digest!: Buffer;

  /** Which pepper the digest was made with. */
  @TextColumn({ name: 'pepper_version' })
  pepperVersion!: string;

  @TextColumn()
  start!: string;

  @TextColumn()
  last4!: string;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;

  @TimeColumn({ name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
