import { Ability as CaslAbility } from '@casl/ability';
import { isWellFormed } from './resource';

/** A CASL ability whose subjects are resources. Text on both sides, for only `allows` and `abilityFor` speak to it. */
export type Ability = Readonly<CaslAbility<[string, string]>>;

/**
 * What someone with these permissions may do, inside one company that is decided elsewhere. The rules have no
 * conditions, because in CASL a condition that is undefined matches everything; CASL's plain class, which is used here
 * instead of `createMongoAbility`, throws when it meets one.
 *
 * @param permissions in any order, repeated or not; what cannot be a permission grants nothing
 * @returns a frozen ability: it can be cached and shared, `update` throws
 */
export function abilityFor(permissions: Iterable<string>): Ability {
  const held = new Map<string, Set<string>>();
  for (const permission of permissions) {
    // CASL reads an empty subject as "all", and "manage" as any action.
    if (!isWellFormed(permission)) continue;
    const [resource, action] = partsOf(permission);
    held.set(resource, (held.get(resource) ?? new Set()).add(action));
  }
  const rules = [...held].map(([subject, actions]) => ({ subject, action: [...actions] }));
  return Object.freeze(new CaslAbility<[string, string]>(rules));
}

/** Whether the ability includes the permission. */
export function allows(ability: Ability, permission: string): boolean {
  const [resource, action] = partsOf(permission);
  return ability.can(action, resource);
}

function partsOf(permission: string): [resource: string, action: string] {
  const colon = permission.indexOf(':');
  return [permission.slice(0, colon), permission.slice(colon + 1)];
}
