import { Entity } from 'typeorm';
import { IdColumn, PrimaryIdColumn, TextColumn } from '../platform/database';

/**
 * A member of a company that is a machine. Its row in `users` has its username, that in `members` whether it is active, and those
 * in `member_roles` its roles, so that a machine key depends on its account as a personal key does on its owner.
 */
@Entity('service_accounts')
export class ServiceAccountEntity {
  /** Its id as a user and as a member, too. */
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  /** The part of its username before the @. */
  @TextColumn()
  name!: string;

  /** By what no two of a company are alike. */
  @TextColumn({ name: 'name_skeleton' })
  nameSkeleton!: string;

  @TextColumn({ nullable: true })
  description!: string | null;
}
