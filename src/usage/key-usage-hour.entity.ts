import { Entity } from 'typeorm';
import { ComputedCountColumn, CountColumn, PrimaryCountColumn, PrimaryIdColumn } from '../platform/database';
import { type Outcome } from './outcomes';

/** How often a key was good, and how often refused for what, in one hour. */
@Entity('key_usage_hours')
export class KeyUsageHourEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'key_id' })
  keyId!: string;

  /** When it began, in milliseconds since 1970. A number, for it is what the rows are grouped by. */
  @PrimaryCountColumn()
  hour!: number;

  @CountColumn()
  valid!: number;

  @CountColumn({ name: 'company_suspended' })
  companySuspended!: number;

  @CountColumn()
  revoked!: number;

  @CountColumn()
  expired!: number;

  @CountColumn()
  disabled!: number;

  @CountColumn({ name: 'product_disabled' })
  productDisabled!: number;

  @CountColumn({ name: 'owner_inactive' })
  ownerInactive!: number;

  @CountColumn({ name: 'sign_in_not_granted' })
  signInNotGranted!: number;

  @CountColumn({ name: 'username_mismatch' })
  usernameMismatch!: number;

  @CountColumn({ name: 'address_not_allowed' })
  addressNotAllowed!: number;

  @CountColumn({ name: 'environment_mismatch' })
  environmentMismatch!: number;

  @CountColumn({ name: 'insufficient_permission' })
  insufficientPermission!: number;

  @CountColumn({ name: 'rate_limited' })
  rateLimited!: number;

  @CountColumn({ name: 'usage_exceeded' })
  usageExceeded!: number;

  /** The hour, if the key was refused in it; an index leads to these rows. A condition knows it, and nothing else. */
  @ComputedCountColumn({ name: 'failing_hour' })
  failingHour?: number | null;
}

/** Where each outcome is counted. */
export const countedIn = {
  VALID: 'valid',
  COMPANY_SUSPENDED: 'companySuspended',
  REVOKED: 'revoked',
  EXPIRED: 'expired',
  DISABLED: 'disabled',
  PRODUCT_DISABLED: 'productDisabled',
  OWNER_INACTIVE: 'ownerInactive',
  SIGN_IN_NOT_GRANTED: 'signInNotGranted',
  USERNAME_MISMATCH: 'usernameMismatch',
  ADDRESS_NOT_ALLOWED: 'addressNotAllowed',
  ENVIRONMENT_MISMATCH: 'environmentMismatch',
  INSUFFICIENT_PERMISSION: 'insufficientPermission',
  RATE_LIMITED: 'rateLimited',
  USAGE_EXCEEDED: 'usageExceeded',
} as const satisfies Record<Outcome, keyof KeyUsageHourEntity>;
