import { LRUCache } from 'lru-cache';
import { type Ability, abilityFor, type Permission } from '../../../libs/permissions';

const maxAbilities = 10_000;

/** One ability for all keys with the same permissions: it is far larger than the rest of what is remembered of a key. */
export class SharedAbilities {
  private readonly known = new LRUCache<string, Ability>({ max: maxAbilities });

  /** The order counts; the same one is found for the same list only. */
  of(permissions: readonly Permission[]): Ability {
    const name = permissions.join(' ');
    const found = this.known.get(name) ?? abilityFor(permissions);
    this.known.set(name, found);
    return found;
  }
}
