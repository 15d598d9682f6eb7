import { Entity } from 'typeorm';
import { JsonColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/** Something the platform sells. Belongs to no company. */
@Entity('products')
export class ProductEntity {
  @PrimaryIdColumn()
  code!: string;

  @TextColumn()
  name!: string;

  /** The permissions that a key for this product can have at most. */
  @JsonColumn()
  grants!: string[];

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
