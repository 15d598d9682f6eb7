import { Entity } from 'typeorm';
import { z } from 'zod';
import { type KeyEnvironment } from '../../libs/api-key';
import { type KeyKind } from '../../libs/permissions';
import { type Quota, quotaSchema, type RateLimit, rateLimitsSchema } from '../limits';
import {
  ComputedFlagColumn,
  IdColumn,
  JsonColumn,
  PrimaryIdColumn,
  TextColumn,
  TimeColumn,
  unreadable,
  type Unreadable,
} from '../platform/database';
import { allowedAddressesSchema } from './addresses';
import { type KeyMetadata, keyMetadata } from './key-metadata';

/** May include permissions that a later version dropped. */
export const storedPermissions = z.array(z.string());

/** A key: what people name, limit and revoke. Its secret is what clients send. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  @TextColumn()
  kind!: KeyKind;

  /** Never changes: test keys are refused wherever nothing else is said. */
  @TextColumn()
  environment!: KeyEnvironment;

  @TextColumn({ nullable: true })
  name!: string | null;

  @TextColumn({ nullable: true })
  description!: string | null;

  /** Facts that programs note. Nothing here depends on them. */
  @JsonColumn(keyMetadata, unreadable, { nullable: true })
  metadata!: KeyMetadata | null | Unreadable;

  /** The name in the form that searches use. */
  @TextColumn({ name: 'name_folded', nullable: true })
  nameFolded!: string | null;

  /** The name whose words are in `key_words`, with those of the description and the owner. Another one than the name, after a former version wrote that. */
  @TextColumn({ name: 'words_of', nullable: true })
  wordsOf!: string | null;

  /** Whether `wordsOf` is not the name, so that the words have yet to be indexed. */
  @ComputedFlagColumn({ name: 'words_due' })
  wordsDue?: boolean;

  /** The product a product key is for. */
  @TextColumn({ name: 'product_code', nullable: true })
  productCode!: string | null;

  /** The owner of a personal key, or the service account of a machine key. */
  @IdColumn({ name: 'owner_id', nullable: true })
  ownerId!: string | null;

  /** The requested permissions; null for all that a key of its kind may have, including later ones. A machine key has a list. */
  @JsonColumn(storedPermissions, unreadable, { nullable: true })
  permissions!: string[] | null | Unreadable;

  /** From where it may be used: addresses and CIDR blocks. Null for anywhere. */
  @JsonColumn(allowedAddressesSchema, unreadable, { name: 'allowed_addresses', nullable: true })
  allowedAddresses!: string[] | null | Unreadable;

  @JsonColumn(rateLimitsSchema, unreadable, { name: 'rate_limits', nullable: true })
  rateLimits!: RateLimit[] | null | Unreadable;

  @JsonColumn(quotaSchema, unreadable, { nullable: true })
  quota!: Quota | null | Unreadable;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;

  @IdColumn({ name: 'created_by' })
  createdBy!: string;

  /** When it last gave itself a new secret. */
  @TimeColumn({ name: 'self_rotated_at', nullable: true })
  selfRotatedAt!: Date | null;

  /** Since when it is refused by itself, until somebody enables it again. */
  @TimeColumn({ name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @TimeColumn({ name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @TextColumn({ name: 'revoked_reason', nullable: true })
  revokedReason!: string | null;

  /** Hidden from lists. A deleted key is always revoked too. */
  @TimeColumn({ name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
