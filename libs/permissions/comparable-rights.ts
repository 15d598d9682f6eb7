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

/** Whether the ability includes all of these, those aside that do not count. True for none. */
export function holdsAllOf(ability: Ability, permissions: Iterable<string>): boolean {
  return comparableRights(permissions).every((permission) => allows(ability, permission));
}
