import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { unauthenticated } from '../../access';
import { type Tx, UnitOfWork } from '../../platform/database';
import { Memberships, UserDirectory, type UserEntity } from '../../users';
import { CurrentSessionService } from './current-session.service';
import { PasswordAuthentication } from '../authentication/password-authentication';
import { Sessions, type Visitor } from '../sessions/sessions';
import { type SessionView } from '../sessions/sessions.schema';

export interface Opened {
  readonly view: SessionView;
  /** For the cookie only. */
  readonly token: string;
}

/** Opens sessions. */
@Injectable()
export class SignInService {
  constructor(
    private readonly passwords: PasswordAuthentication,
    private readonly memberships: Memberships,
    private readonly users: UserDirectory,
    private readonly sessions: Sessions,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly current: CurrentSessionService,
  ) {}

  /** @throws 401 `invalid-credentials`, the same and as slowly for an unknown name as for a wrong password. */
  async signIn(username: string, password: string, visitor: Visitor): Promise<Opened> {
    const user = await this.passwords.authenticate(username, password, visitor.address);
    const companies = await this.memberships.of(user.id);
    const company = companies.find(({ id }) => id === user.lastCompanyId) ?? companies[0] ?? null;
    const companyId = company?.id ?? null;
    return this.units.run(async (tx) => {
      await this.assertPasswordUnchanged(user, tx);
      const { id, token } = await this.sessions.open(user.id, companyId, visitor, tx);
      const actor = { companyId, kind: 'user', id: user.id, name: user.username } as const;
      this.events.appendAs(tx, actor, eventOf(events.sessionOpened, id));
      return { view: await this.current.viewOf({ id, userId: user.id, companyId }, tx), token };
    });
  }

  /** The password may have been replaced since it was judged, which ended all sessions: no other may begin with the old one. */
  private async assertPasswordUnchanged({ id, passwordHash }: UserEntity, tx: Tx): Promise<void> {
    const now = await this.users.lock(id, tx);
    if (now?.passwordHash !== passwordHash) throw unauthenticated();
  }
}
