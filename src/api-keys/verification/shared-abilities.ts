import { LRUCache } from 'lru-cache';
import { type Ability, abilityFor, type Permission } from '../../../libs/permissions';

const maxAbilities = 10_000;

/** One ability for all keys with the same permissions: it is far larger than the rest of a cached key. */
export class SharedAbilities {
  private readonly known = new LRUCache<string, Ability>({ max: maxAbilities });

  /** The order counts: only an identical list gives the same ability. */
  of(permissions: readonly Permission[]): Ability {
    const name = permissions.join(' ');
    const found = this.known.get(name) ?? abilityFor(permissions);
    this.known.set(name, found);
    return found;
  }
}
