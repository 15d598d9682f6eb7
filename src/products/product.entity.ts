import { Entity } from 'typeorm';
import { z } from 'zod';
import { type ProductPermission } from '../../libs/permissions';
import { FlagColumn, JsonColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';
import { permissionNameSchema } from './permission-name.schema';

export const storedProductPermissions = z.array(
  z.object({ id: z.uuid(), name: permissionNameSchema, label: z.string() }),
);

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

  /** What it protects outside this program; none where they cannot be read, and null in a row that a former version wrote. */
  @JsonColumn(storedProductPermissions, [], { nullable: true })
  permissions!: ProductPermission[] | null;

  /** Whether companies that are made from now on have it at once. */
  @FlagColumn({ name: 'enabled_by_default' })
  enabledByDefault!: boolean;

  /** Whether every member of a company that has it holds its permissions. */
  @FlagColumn({ name: 'for_members' })
  forMembers!: boolean;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;

  /** From when on no company can get it. Null while it is on sale. */
  @TimeColumn({ name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
