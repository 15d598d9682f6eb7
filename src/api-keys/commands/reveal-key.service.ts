import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { notRecoverable } from '../api-keys.problems';
import { type RevealedKey } from '../api-keys.schema';
import { KeyCommandGuards } from './key-command-guards';
import { type KeyRow } from '../key-rows';
import { PermissionCeiling } from './permission-ceiling';
import { isRecoverable } from '../lists/key-views';
import { Keyring, type Sealed } from '../keyring';

/** Shows the secret of a key again, where the policy lets it. */
@Injectable()
export class RevealKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly ceiling: PermissionCeiling,
    private readonly keyring: Keyring,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** @throws 404, 403 without the right or all that the key may do, 409 `not-recoverable` or when something has to be set up first, 403 `step-up-required`. */
  reveal(principal: Principal, id: string, stepUpToken: string | null): Promise<RevealedKey> {
    return this.units.run(async (tx) => {
      const key = await this.guards.find(principal, 'reveal', id, tx);
      await this.ceiling.assertCovers(principal, key, tx);
      const sealed = sealedSecretOf(key);
      if (sealed === null) throw notRecoverable();
      await this.guards.assertPrerequisites(principal, 'reveal', key, key.policy, tx);
      await this.guards.proveFor(principal, 'reveal', key, stepUpToken, tx);
      const data = { kind: key.kind, name: key.name };
      this.events.append(tx, principal, eventOf(events.keyRevealed, id, data));
      return {
        secret: this.keyring.open(sealed, { companyId: key.companyId, keyId: id, secretId: key.secret.id }),
      };
    });
  }
}

function sealedSecretOf(key: KeyRow): Sealed | null {
  const { ciphertext, wrappedKey, kekVersion } = key.secret;
  if (ciphertext === null || wrappedKey === null || kekVersion === null) return null;
  return isRecoverable(key) ? { ciphertext, wrappedKey, kekVersion } : null;
}
