import { type KeyRecord } from './key-record';

/** Whose a presented text turned out to be: a company's key, a product backend's, or nobody's. */
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
