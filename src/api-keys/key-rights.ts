import {
  allows,
  type CompanyPermissions,
  type KeyAction,
  type KeyKind,
  keyKinds,
  keyPermission,
  type Permission,
} from '../../libs/permissions';
import { forbidden } from '../access';
import { notFound } from '../platform/http';
import { isService, type Principal } from '../tenancy';
import { type Condition } from './key-conditions';
import { kindIsKnown, kindSql } from './key-kind';

/** The part of a key that rights depend on. */
export interface OwnedKey {
  readonly kind: KeyKind;
  readonly ownerId: string | null;
}

/** The kinds for which the principal may do this; for personal keys, at least to their own. */
export function kindsAllowing(principal: Principal, action: KeyAction): KeyKind[] {
  return keyKinds.filter(
    (kind) =>
      allows(principal.ability, keyPermission(kind, action)) ||
      (kind === 'personal' && mayToAnyones(principal, action)),
  );
}

/** Whose keys the principal may read: all of these kinds, and of personal keys at least their own. */
export interface ReadableKeys {
  readonly kinds: readonly KeyKind[];
  readonly ownPersonal: boolean;
}

export function readableKeys(principal: Principal): ReadableKeys {
  const readable = kindsAllowing(principal, 'read');
  const kinds = readable.filter((kind) => kind !== 'personal' || mayToAnyones(principal, 'read'));
  return { kinds, ownPersonal: readable.length > kinds.length };
}

/** Refuses a principal who may not do this to this key. One who may not even read it gets 404. */
export function assertMay(principal: Principal, action: KeyAction, key: OwnedKey): void {
  if (!may(principal, 'read', key)) throw notFound();
  if (!may(principal, action, key)) throw forbidden();
}

/**
 * Refuses a principal who may not make keys of this kind; for personal keys, their own.
 * @param product of a product key: a service key for one product makes no others.
 */
export function assertMayGenerate(principal: Principal, kind: KeyKind, product: string | null): void {
  if (!allows(principal.ability, keyPermission(kind, 'generate'))) throw forbidden();
  const only = onlyProductOf(principal);
  if (only !== null && product !== only) throw forbidden();
}

/** The kinds of keys that can be imported: a company's own. */
export const importableKinds = ['company', 'product'] as const;
export type ImportableKind = (typeof importableKinds)[number];

/** Refuses a principal who may not import keys of this kind. */
export function assertMayImport(principal: Principal, kind: ImportableKind): void {
  if (!allows(principal.ability, `keys.${kind}:import`)) throw forbidden();
}

/** Whether the principal may do this to this key. */
export function may(principal: Principal, action: KeyAction, { kind, ownerId }: OwnedKey): boolean {
  if (kind === 'personal' && mayToAnyones(principal, action)) return true;
  if (kind === 'personal' && ownerId !== principal.user?.id) return false;
  return allows(principal.ability, keyPermission(kind, action));
}

/** The keys that a principal may read, as a condition, including those whose stored kind is invalid. */
export function isReadableBy(principal: Principal): Condition {
  // Without a look at the kind, an index counts the keys of a company.
  if (readableKeys(principal).kinds.length === keyKinds.length) return ['1 = 1', {}];
  const [known, parameters] = isOfReadableKind(principal);
  const broken = known.replaceAll('key.kind', `(${kindSql})`);
  return [`(${known}) OR (NOT (${kindIsKnown}) AND (${broken}))`, parameters];
}

/** The same without keys of an invalid kind: with the kind, an index finds names. */
export function isOfReadableKind(principal: Principal): Condition {
  const kinds = kindsAllowing(principal, 'read').filter((kind) => kind !== 'personal');
  const parameters = { readable: [...kinds, ''], personal: 'personal', me: principal.user?.id ?? '' };
  const own = allows(principal.ability, 'keys.personal:read')
    ? 'key.kind = :personal AND key.ownerId = :me'
    : '1 = 0';
  const personal = mayToAnyones(principal, 'read') ? 'key.kind = :personal' : own;
  const ofKinds = `key.kind IN (:...readable) OR (${personal})`;
  const only = onlyProductOf(principal);
  if (only === null) return [ofKinds, parameters];
  return [`(${ofKinds}) AND key.productCode = :onlyProduct`, { ...parameters, onlyProduct: only }];
}

/** The one product whose keys a service key acts on; null for no such limit. */
function onlyProductOf(principal: Principal): string | null {
  return isService(principal) ? (principal.key?.product ?? null) : null;
}

/** Whether the principal may do this to everyone's personal keys. */
function mayToAnyones(principal: Principal, action: KeyAction): boolean {
  return (
    (action === 'read' || action === 'revoke') && allows(principal.ability, `keys.personal.any:${action}`)
  );
}

/**
 * What a key may do, in this program and elsewhere.
 * @param all what the keys of its company can hold.
 * @param asked the stored permissions: null for all that its kind may have.
 * @param ceiling what its product has and grants or its owner has at the moment; null for a key without either.
 */
export function permissionsOfKey(
  all: CompanyPermissions,
  { kind, productCode }: { readonly kind: KeyKind; readonly productCode: string | null },
  asked: readonly string[] | null,
  ceiling: readonly Permission[] | null = null,
): readonly Permission[] {
  const within = ceiling && new Set(ceiling);
  const isWithin = (permission: Permission): boolean => within === null || within.has(permission);
  if (asked === null) return all.grantableTo(kind, productCode).filter(isWithin);
  return all
    .read(asked)
    .filter((permission) => all.isGrantableTo(kind, productCode, permission) && isWithin(permission));
}
