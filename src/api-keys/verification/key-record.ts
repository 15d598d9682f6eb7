import { type Ability, type KeyKind, type Permission } from '../../../libs/permissions';
import { type PrincipalCompany } from '../../tenancy';
import { type KeyFacts } from '../key-status';

/** Everything a verification needs to know about the secret that was presented. A frozen value, fit to be kept. */
export interface KeyRecord {
  readonly id: string;
  readonly kind: KeyKind;
  readonly name: string | null;
  readonly company: PrincipalCompany;
  readonly facts: KeyFacts;
  readonly permissions: readonly Permission[];
  readonly ability: Ability;
}
