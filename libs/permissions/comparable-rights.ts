import { allows, type Ability } from './ability';

/**
 * The rights that count when the power of two people is compared. Those over one's own personal keys do not: not even
 * an Owner holds them by default, who could otherwise neither assign them nor change a member who has them.
 *
 * @returns all but `keys.personal:*`, in the order given
 */
export function comparableRights(permissions: Iterable<string>): string[] {
  return Array.from(permissions).filter((permission) => !permission.startsWith('keys.personal:'));
}

/** Who holds permissions: those of this program as an ability, those of products by name. */
export interface Holder {
  readonly ability: Ability;
  readonly productPermissions: readonly string[];
}

/** Whether someone holds all of these, those aside that do not count. True for none. */
export function holdsAllOf(holder: Holder, permissions: Iterable<string>): boolean {
  return comparableRights(permissions).every((permission) => holds(holder, permission));
}

/** Whether someone holds this permission, of whatever source. */
export function holds({ ability, productPermissions }: Holder, permission: string): boolean {
  return allows(ability, permission) || productPermissions.includes(permission);
}
