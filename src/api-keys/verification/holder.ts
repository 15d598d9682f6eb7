import { type Ability, type Permission, type ServicePermission } from '../../../libs/permissions';
import { type KeyRecord } from './key-record';

/** To whom a presented text belongs: it is a company's key, a service key, or unknown. */
export interface Holder {
  readonly key: KeyRecord | null;
  readonly service: ServiceKey | 'revoked' | null;
}

/** A service key that is not revoked. A frozen value, safe to cache. */
export interface ServiceKey {
  readonly id: string;
  readonly name: string;
  /** The code of the product whose keys it is for; null for all keys. */
  readonly product: string | null;
  readonly may: readonly ServicePermission[];
  /** Null for a key of a former version, which has no end. */
  readonly expiresAt: Date | null;
  /** Null for anywhere. */
  readonly allowedAddresses: readonly string[] | null;
  /** Of the key of a gateway: for whom it may ask for an identity. */
  readonly audiences: readonly string[] | null;
  /** Whether keys and events can name it as their maker; those of a former version only verify. */
  readonly canAct: boolean;
  /** What it holds in the company that it acts for. */
  readonly permissions: readonly Permission[];
  /** Of `permissions`. */
  readonly ability: Ability;
}
