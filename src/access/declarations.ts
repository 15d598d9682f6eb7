import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { type KeyEnvironment } from '../../libs/api-key';
import { type Permission } from '../../libs/permissions';

/** What a route requires of its caller. Every route declares one of these; otherwise the server does not boot. */
export type AccessRequirement =
  | { readonly kind: 'public' }
  | ({ readonly kind: 'authenticated'; readonly by: AuthenticatedBy } & AcceptedKeys)
  | { readonly kind: 'operator' }
  | ({
      readonly kind: 'permission';
      readonly anyOf: readonly Permission[];
      readonly by: AuthenticatedBy;
    } & AcceptedKeys);

/** Which keys a route accepts: live ones, unless it says otherwise. */
export interface AcceptedKeys {
  readonly environments?: readonly KeyEnvironment[];
}

/**
 * `any` credential; a `key` that is sent with the request; a `session` in the console; a session opened with a `password` rather than a key; or such a session or
 * the key of a service account, `password-or-machine`.
 */
export type AuthenticatedBy = 'any' | 'key' | 'session' | 'password' | 'password-or-machine';

export const ACCESS_REQUIREMENT = 'kunci:access-requirement';

/** Anyone may call this, without credentials. */
export function Public(): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ACCESS_REQUIREMENT, { kind: 'public' } satisfies AccessRequirement),
    ApiSecurity({}),
  );
}

/** Any authenticated caller may call this; with a test key only where `environments` has `test`. */
export function Authenticated(
  by: AuthenticatedBy = 'any',
  accepted: AcceptedKeys = {},
): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ACCESS_REQUIREMENT, { kind: 'authenticated', by, ...accepted } satisfies AccessRequirement),
    ...credentials(by),
  );
}

/**
 * A caller who holds one of these permissions in their company may call this. The service may check the object itself.
 * Test keys are refused, unless the last argument says otherwise: `@Requires('orders:read', { environments: ['live', 'test'] })`.
 */
export function Requires(
  ...asked: readonly Permission[] | readonly [...Permission[], AcceptedKeys]
): MethodDecorator & ClassDecorator {
  const anyOf = asked.flatMap((one) => (typeof one === 'string' ? [one] : []));
  const accepted = asked.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  return requires('any', anyOf, accepted[0]);
}

/** Only platform staff may call this, in a session opened with a password. */
export function RequiresOperator(): MethodDecorator & ClassDecorator {
  const requirement: AccessRequirement = { kind: 'operator' };
  return applyDecorators(
    SetMetadata(ACCESS_REQUIREMENT, requirement),
    ...credentials('password'),
    ApiResponse({ status: 403, description: 'The caller is not an operator.' }),
  );
}

/** As `Requires`, in a session opened with a password: for what a key must never do. */
export function RequiresInPasswordSession(...anyOf: readonly Permission[]): MethodDecorator & ClassDecorator {
  return requires('password', anyOf);
}

/** As `RequiresInPasswordSession`, and for service accounts, which act with their keys. */
export function RequiresPasswordOrMachine(...anyOf: readonly Permission[]): MethodDecorator & ClassDecorator {
  return requires('password-or-machine', anyOf);
}

function requires(
  by: AuthenticatedBy,
  anyOf: readonly Permission[],
  accepted: AcceptedKeys = {},
): MethodDecorator & ClassDecorator {
  const requirement: AccessRequirement = { kind: 'permission', anyOf, by, ...accepted };
  return applyDecorators(
    SetMetadata(ACCESS_REQUIREMENT, requirement),
    ...credentials(by),
    ApiResponse({ status: 403, description: `The caller holds none of: ${anyOf.join(', ')}.` }),
  );
}

function credentials(by: AuthenticatedBy): (MethodDecorator & ClassDecorator)[] {
  if (by === 'key') return keyCredentials();
  const areKeysAccepted = by === 'any' || by === 'password-or-machine';
  return [...(areKeysAccepted ? keyCredentials() : []), ApiSecurity('session')];
}

/** The ways to send a key, for the OpenAPI document. */
export function keyCredentials(): (MethodDecorator & ClassDecorator)[] {
  return [ApiSecurity('apiKey'), ApiSecurity('bearer'), ApiSecurity('basic')];
}
