import { LRUCache } from 'lru-cache';
import { abilityFor, type CompanyPermissions, type Permission } from '../../../libs/permissions';
import { type KeyRecord } from './key-record';

const maxRights = 10_000;

/** The part of a record that says what its key may do. */
type KeyRights = Pick<KeyRecord, 'permissions' | 'productPermissions' | 'ability' | 'verifiedAbility'>;

/** One list and one ability for all keys with the same permissions: both are far larger than the rest of a cached key. */
export class SharedRights {
  private readonly known = new LRUCache<string, KeyRights>({ max: maxRights });

  /**
   * The order counts: only an identical list gives the same rights.
   *
   * @param all tells what routes can require from what products protect elsewhere
   */
  of(held: readonly Permission[], all: CompanyPermissions): KeyRights {
    const name = held.join(' ');
    const found = this.known.get(name) ?? this.rightsOf(held, all);
    this.known.set(name, found);
    return found;
  }

  private rightsOf(held: readonly Permission[], all: CompanyPermissions): KeyRights {
    const productPermissions = Object.freeze([...all.forProducts(held)]);
    const ability = abilityFor(held);
    if (productPermissions.length === 0) {
      const permissions = Object.freeze([...held]);
      return Object.freeze({ permissions, productPermissions, ability, verifiedAbility: ability });
    }
    const ofRoutes = this.of(all.forRoutes(held), all);
    return Object.freeze({ ...ofRoutes, productPermissions, verifiedAbility: ability });
  }
}
