import { Entity } from 'typeorm';
import { z } from 'zod';
import { type SystemRoleCode } from '../../libs/permissions';
import { IdColumn, JsonColumn, PrimaryIdColumn, TextColumn } from '../platform/database';

/** May include permissions that a later version dropped. */
export const storedRolePermissions = z.array(z.string());

/** A named set of permissions in one company. Every company has a row for each system role, so that keys can refer to it. */
@Entity('roles')
export class RoleEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  @TextColumn()
  name!: string;

  /** By what no two of a company are alike. Null in a row that a former version wrote. */
  @TextColumn({ name: 'name_skeleton', nullable: true })
  nameSkeleton!: string | null;

  /** Which system role this is, or null for one of the company's own. */
  @TextColumn({ name: 'system_code', nullable: true })
  systemCode!: SystemRoleCode | null;

  /**
   * The permissions of a custom role; none where they cannot be read. Those of a system role stand in `libs/permissions`, and
   * here is null.
   */
  @JsonColumn(storedRolePermissions, [], { nullable: true })
  permissions!: string[] | null;
}
