import { Injectable } from '@nestjs/common';
import { type AppendedEvent, EventLog } from '../audit';
import { Receipts } from '../cluster';
import { type Tx, UnitOfWork, type Purpose } from '../platform/database';
import { MemberChanges } from './member-changes';
import { MembersService } from './members.service';
import { type Principal } from '../tenancy';
import { type ChangedMember, type RemovedMember } from './users.schema';

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

  setActive(principal: Principal, userId: string, active: boolean): Promise<ChangedMember> {
    const work = async (tx: Tx): Promise<Happened> => {
      const { username } = await this.changes.setActive(principal, userId, active, tx);
      return { type: active ? 'member.reactivated' : 'member.deactivated', data: { username } };
    };
    return this.change(principal, userId, work, { ends: !active });
  }

  setRoles(principal: Principal, userId: string, roleIds: readonly string[]): Promise<ChangedMember> {
    return this.change(principal, userId, async (tx) => {
      const data = await this.changes.setRoles(principal, userId, roleIds, tx);
      return { type: 'member.roles-changed', data };
    });
  }

  async remove(principal: Principal, userId: string): Promise<RemovedMember> {
    const event = await this.units.run(
      async (tx) => {
        const { username } = await this.changes.remove(principal, userId, tx);
        return this.note(principal, userId, { type: 'member.removed', data: { username } }, tx);
      },
      { ends: true },
    );
    return { revocation: await this.receipts.awaitEffective(event) };
  }

  private async change(
    principal: Principal,
    userId: string,
    work: (tx: Tx) => Promise<Happened>,
    purpose: Purpose = {},
  ): Promise<ChangedMember> {
    const { view, event } = await this.units.run(async (tx) => {
      const event = this.note(principal, userId, await work(tx), tx);
      return { view: await this.members.get(principal, userId, tx), event };
    }, purpose);
    return { ...view, revocation: await this.receipts.awaitEffective(event) };
  }

  private note(principal: Principal, userId: string, happened: Happened, tx: Tx): AppendedEvent {
    return this.events.append(tx, principal, { ...happened, target: { type: 'user', id: userId } });
  }
}

interface Happened {
  readonly type: `member.${string}`;
  readonly data: Readonly<Record<string, unknown>>;
}
