import { type KeyRecord } from './key-record';

/** To whom a presented text belongs: it is a company's key, a service key, or unknown. */
export interface Holder {
  readonly key: KeyRecord | null;
  readonly service: ServiceKey | 'revoked' | null;
}

/** A service key that works. */
export interface ServiceKey {
  readonly id: string;
  readonly name: string;
  /** The code of the product whose keys it may verify. */
  readonly product: string;
}
