import { type KeyEnvironment } from '../../libs/api-key';
import { type Ability, abilityFor, type KeyKind, type Permission } from '../../libs/permissions';

/** The caller, as a plain value. It is the first argument of every service method, and nothing else names the caller. */
export interface Principal {
  /** The company acted for. Null for an operator, and for a user who is in none. */
  readonly company: PrincipalCompany | null;
  /** The person, the service account of a machine key, or a service key itself; null for a key that belongs to a company. */
  readonly user: { readonly id: string; readonly username: string } | null;
  readonly key: PrincipalKey | null;
  readonly session: { readonly id: string } | null;
  /** Platform staff, who belong to no company; or a service key, on the routes of the platform that are open to it. */
  readonly operator: boolean;
  /** How it was proved: with a password at sign-in, or with a key. */
  readonly method: 'password' | 'api-key';
  /** What routes of this program are met by: those of its management and of its business modules. */
  readonly permissions: readonly Permission[];
  /** What products protect outside this program. No route is met by one. */
  readonly productPermissions: readonly Permission[];
  /** Of `permissions`. */
  readonly ability: Ability;
}

export interface PrincipalCompany {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly suspended: boolean;
  /** As stored: `timeZoneFor` reads it. */
  readonly timeZone: string;
}

export interface PrincipalKey {
  readonly id: string;
  /** A `service` key is an operator's, for the backends of products. */
  readonly kind: KeyKind | 'service';
  readonly environment: KeyEnvironment;
  readonly name: string | null;
  /** The product the key is for, or null. A service key without one is for all of them. */
  readonly product: string | null;
  /** The secret that was presented; null for a service key, which has no more than one. */
  readonly secretId: string | null;
  /** Of the secret that was presented; null for never. */
  readonly expiresAt: Date | null;
  readonly hasMetadata: boolean;
}

/** A principal with the ability that its permissions add up to. */
export function principalWith(
  who: Omit<Principal, 'ability' | 'productPermissions'> & Partial<Pick<Principal, 'productPermissions'>>,
): Principal {
  return { productPermissions: [], ...who, ability: abilityFor(who.permissions) };
}

/** Whether a service account or a service key acts: it has a key, and nothing that a person proves. */
export function isMachine(principal: Principal): boolean {
  return principal.key?.kind === 'machine' || isService(principal);
}

/** Whether the platform's own backend acts, with a service key. */
export function isService({ key }: Principal): boolean {
  return key?.kind === 'service';
}
