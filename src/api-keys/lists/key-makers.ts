import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform';
import { Reader, type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { isMachine, isService, type Principal } from '../../tenancy';
import { type NamedUser } from '../../users';
import { type KeyMaker } from '../key-maker';
import { ServiceKeyEntity } from '../service-keys';

/** Tells who made keys: a person, a service account, or a service key of the platform, which belongs to no company. */
@Injectable()
export class KeyMakers {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /**
   * @param named what is known of the makers by name.
   * @returns what tells the maker by id.
   */
  async among(
    makers: readonly string[],
    named: ReadonlyMap<string, NamedUser>,
    tx?: Tx,
  ): Promise<(id: string) => KeyMaker> {
    const services = await this.servicesAmong(
      makers.filter((id) => named.get(id)?.machine === true && named.get(id)?.active === false),
      tx,
    );
    return (id) => services.get(id) ?? makerOf(id, named.get(id));
  }

  private async servicesAmong(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, KeyMaker>> {
    if (ids.length === 0) return new Map();
    const rows = await managerOf(tx ?? this.reader).findBy(ServiceKeyEntity, { id: In(ids) });
    const now = this.clock.now();
    return new Map(
      rows.map(({ id, name, revokedAt, expiresAt }) => {
        const active = revokedAt === null && (expiresAt === null || expiresAt > now);
        return [id, { type: 'service-key', id, name, username: name, active }];
      }),
    );
  }
}

/** The principal as the maker of what they just made. */
export function makerIn(principal: Principal): KeyMaker | null {
  const { user } = principal;
  if (user === null) return null;
  const machine = isMachine(principal) ? 'service-account' : 'user';
  const type = isService(principal) ? 'service-key' : machine;
  return { type, id: user.id, name: user.username, username: user.username, active: true };
}

function makerOf(id: string, known: NamedUser | undefined): KeyMaker {
  // Nobody knows: the row was written by hand.
  if (known === undefined) return { type: 'system', id, name: '', username: '', active: false };
  const { username, active, machine } = known;
  return { type: machine ? 'service-account' : 'user', id, name: username, username, active };
}
