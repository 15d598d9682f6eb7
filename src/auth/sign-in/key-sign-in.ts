import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { eventOf, events } from '../../../libs/events';
import { VerifyKey } from '../../api-keys';
import { EventLog } from '../../audit';
import { UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { KeyAuthentication } from '../authentication/key-authentication';
import { Sessions } from '../sessions/sessions';
import { visitorOf } from '../sessions/visitor';

/** Opens sessions with a username and a personal key instead of the password. */
@Injectable()
export class KeySignIn {
  constructor(
    private readonly engine: VerifyKey,
    private readonly keys: KeyAuthentication,
    private readonly sessions: Sessions,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** Whether a text is to be tried as a key, and as nothing else: no password may look like one. */
  isKey(text: string): boolean {
    return this.engine.isKeyShaped(text);
  }

  /** @throws 401, 403 or 429 with the verdict as its code; 401 `invalid-credentials` for a key that is no person's. */
  async open(
    username: string,
    text: string,
    request: FastifyRequest,
  ): Promise<{ token: string; principal: Principal }> {
    const { principal, key, owner } = await this.keys.authenticatePerson({ text, username }, request);
    return this.units.run(async (tx) => {
      const opener = { keyId: key.id, secretId: key.secretId };
      const { id, token } = await this.sessions.open(
        owner.id,
        key.company.id,
        visitorOf(request),
        tx,
        opener,
      );
      this.events.append(tx, principal, eventOf(events.sessionOpened, id, { keyId: key.id }));
      return { token, principal: { ...principal, session: { id } } };
    });
  }
}
