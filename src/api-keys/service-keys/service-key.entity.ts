import { Entity } from 'typeorm';
import { z } from 'zod';
import { type ServicePermission, servicePermissions } from '../../../libs/permissions';
import {
  BytesColumn,
  IdColumn,
  JsonColumn,
  PrimaryIdColumn,
  TextColumn,
  TimeColumn,
  unreadable,
  type Unreadable,
} from '../../platform/database';
import { inFormat } from '../../platform/http';
import { allowedAddressesSchema } from '../addresses';

export const storedServicePermissions = z.array(z.enum(servicePermissions));

/** Whom an identity can be for: an address or a name, without blanks. */
export const audiencesSchema = z
  .array(
    z
      .string()
      .check(
        inFormat(
          'audience',
          /^[\x21-\x7E]{1,200}$/,
          'must be an address or a name of 1 to 200 characters, without blanks',
        ),
      ),
  )
  .min(1)
  .max(10);

/** A key for the backend of a product, or of the platform. It belongs to no company, and acts for the one that a request names. */
@Entity('service_keys')
export class ServiceKeyEntity {
  @PrimaryIdColumn()
  id!: string;

  @TextColumn()
  name!: string;

  /** The product whose keys it is for; null for the keys of all products, and all others. */
  @TextColumn({ name: 'product_code', nullable: true })
  productCode!: string | null;

  /** Null for a key of a former version, which can only verify. */
  @JsonColumn(storedServicePermissions, unreadable, { nullable: true })
  permissions!: ServicePermission[] | null | Unreadable;

  /** From where it may be used: addresses and CIDR blocks. Null for anywhere. */
  @JsonColumn(allowedAddressesSchema, unreadable, { name: 'allowed_addresses', nullable: true })
  allowedAddresses!: string[] | null | Unreadable;

  /** Of the key of a gateway: for whom it may ask for an identity. Null for all others. */
  @JsonColumn(audiencesSchema, unreadable, { nullable: true })
  audiences!: string[] | null | Unreadable;

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

  /** The operator who made it; null for a key of a former version. */
  @IdColumn({ name: 'created_by', nullable: true })
  createdBy!: string | null;

  /** Null for a key of a former version, which has no end. */
  @TimeColumn({ name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @TimeColumn({ name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
