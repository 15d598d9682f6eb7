import { type KeyEnvironment } from '../../../libs/api-key';
import { type Ability, type KeyKind, type Permission } from '../../../libs/permissions';
import { type LimitedKey } from '../../limits';
import { type PrincipalCompany } from '../../tenancy';
import { type KeyFacts } from '../key-status';

/** Everything a verification needs to know about the secret that was presented. A frozen value, safe to cache. */
export interface KeyRecord {
  readonly id: string;
  readonly secretId: string;
  /** The pepper its secret was found by. */
  readonly pepperVersion: string;
  /** Whether it was found by the hash of another system, which its first use replaces. */
  readonly foreign: boolean;
  readonly kind: KeyKind;
  readonly environment: KeyEnvironment;
  readonly name: string | null;
  /** The metadata itself is read when somebody asks for it: what is cached of a key stays small. */
  readonly hasMetadata: boolean;
  readonly company: PrincipalCompany;
  readonly product: string | null;
  /** The owner of a personal key, or the service account of a machine key. */
  readonly owner: KeyOwner | null;
  /** When its secret was made; null for one that cannot be read. */
  readonly issuedAt: Date | null;
  readonly facts: KeyFacts;
  /** Null for anywhere. */
  readonly allowedAddresses: readonly string[] | null;
  /** Its limits, in the form that `Limits` takes. */
  readonly limited: LimitedKey;
  /** What routes of this program are met by. */
  readonly permissions: readonly Permission[];
  /** What its products protect outside this program. */
  readonly productPermissions: readonly Permission[];
  /** Of `permissions`. */
  readonly ability: Ability;
  /** Of both: what a verification for another service is met by. */
  readonly verifiedAbility: Ability;
}

export interface KeyOwner {
  readonly id: string;
  readonly username: string;
  /** Whether the owner may sign in with keys. */
  readonly signInGranted: boolean;
}
