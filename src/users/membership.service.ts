import { Injectable } from '@nestjs/common';
import { type EventDraft, eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { Receipts } from '../cluster';
import { type Tx, UnitOfWork, type Purpose } from '../platform/database';
import { type PatchFields } from '../platform/http';
import { MemberChanges } from './member-changes';
import { MembersService } from './members.service';
import { type Principal } from '../tenancy';
import { type ChangedMember, type MemberPatch, type RemovedMember } from './users.schema';

/** Changes who is a member and what members may do. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly changes: MemberChanges,
    private readonly members: MembersService,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly receipts: Receipts,
  ) {}

  update(principal: Principal, userId: string, patch: MemberPatch): Promise<ChangedMember> {
    const fields = {
      active: (active) => this.setActive(principal, userId, active),
    } satisfies PatchFields<MemberPatch, Promise<ChangedMember>>;
    return fields.active(patch.active);
  }

  private setActive(principal: Principal, userId: string, active: boolean): Promise<ChangedMember> {
    const work = async (tx: Tx): Promise<EventDraft> => {
      const { username } = await this.changes.setActive(principal, userId, active, tx);
      return eventOf(active ? events.memberReactivated : events.memberDeactivated, userId, { username });
    };
    return this.change(principal, userId, work, { ends: !active });
  }

  setRoles(principal: Principal, userId: string, roleIds: readonly string[]): Promise<ChangedMember> {
    return this.change(principal, userId, async (tx) => {
      const data = await this.changes.setRoles(principal, userId, roleIds, tx);
      return eventOf(events.memberRolesChanged, userId, data);
    });
  }

  async remove(principal: Principal, userId: string): Promise<RemovedMember> {
    const event = await this.units.run(
      async (tx) => {
        const { username } = await this.changes.remove(principal, userId, tx);
        return this.events.append(tx, principal, eventOf(events.memberRemoved, userId, { username }));
      },
      { ends: true },
    );
    return { revocation: await this.receipts.awaitEffective(event) };
  }

  private async change(
    principal: Principal,
    userId: string,
    work: (tx: Tx) => Promise<EventDraft>,
    purpose: Purpose = {},
  ): Promise<ChangedMember> {
    const { view, event } = await this.units.run(async (tx) => {
      const event = this.events.append(tx, principal, await work(tx));
      return { view: await this.members.get(principal, userId, tx), event };
    }, purpose);
    return { ...view, revocation: await this.receipts.awaitEffective(event) };
  }
}
