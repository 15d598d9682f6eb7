import { Entity } from 'typeorm';
import { z } from 'zod';
import { JsonColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/** Something the platform sells. Belongs to no company. */
@Entity('products')
export class ProductEntity {
  @PrimaryIdColumn()
  code!: string;

  @TextColumn()
  name!: string;

  /** The permissions that a key for this product can have at most; none where they cannot be read. */
  @JsonColumn(z.array(z.string()), [])
  grants!: string[];

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
