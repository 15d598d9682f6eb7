import { Ability as CaslAbility } from '@casl/ability';
import { catalogue, type Permission } from './catalogue';

/** A CASL ability whose subjects are resources. Text on both sides, for only `allows` and `abilityFor` speak to it. */
export type Ability = Readonly<CaslAbility<[string, string]>>;

/**
 * What someone with these permissions may do, inside one company that is decided elsewhere. The rules have no
 * conditions, because in CASL a condition that is undefined matches everything; CASL's plain class, which is used here
 * instead of `createMongoAbility`, throws when it meets one.
 *
 * @param permissions in any order, repeated or not; what the catalogue does not have grants nothing
 * @returns a frozen ability: it can be cached and shared, `update` throws
 */
export function abilityFor(permissions: Iterable<Permission>): Ability {
  const held: ReadonlySet<string> = new Set(permissions);
  // From the catalogue and not from the texts: CASL reads an empty subject as "all", and "manage" as any action.
  const rules = catalogue.map(({ resource, actions }) => ({
    subject: resource,
    action: actions.filter((action) => held.has(`${resource}:${action}`)),
  }));
  return Object.freeze(new CaslAbility<[string, string]>(rules));
}

/** Whether the ability includes the permission. */
export function allows(ability: Ability, permission: Permission): boolean {
  const colon = permission.indexOf(':');
  return ability.can(permission.slice(colon + 1), permission.slice(0, colon));
}
