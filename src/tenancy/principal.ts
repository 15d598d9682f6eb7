import { type Ability, abilityFor, type KeyKind, type Permission } from '../../libs/permissions';

/** Who is asking, as a plain value. It is the first argument of every service method; nothing else says who is asking. */
export interface Principal {
  /** The company acted for. Null for an operator, and for a user who is in none. */
  readonly company: PrincipalCompany | null;
  /** The person, or null for a key that belongs to a company. */
  readonly user: { readonly id: string; readonly username: string } | null;
  readonly key: PrincipalKey | null;
  readonly session: { readonly id: string } | null;
  /** How it was proved: with a password at sign-in, or with a key. */
  readonly method: 'password' | 'api-key';
  readonly permissions: readonly Permission[];
  readonly ability: Ability;
}

export interface PrincipalCompany {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly suspended: boolean;
}

export interface PrincipalKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly name: string | null;
}

/** A principal with the ability that its permissions add up to. */
export function principalWith(who: Omit<Principal, 'ability'>): Principal {
  return { ...who, ability: abilityFor(who.permissions) };
}
