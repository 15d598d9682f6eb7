import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { Clock } from '../../platform';
import { Reader, type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { PresentedDigests } from '../imports/presented-digests';
import { KeySecretEntity } from '../key-secret.entity';
import { ServiceKeyEntity } from '../service-keys';

/** A secret, with its key and its company. */
export type ReportedSecret = Pick<KeySecretEntity, 'id' | 'keyId' | 'companyId'>;

export interface FoundSecrets {
  readonly secrets: readonly ReportedSecret[];
  readonly serviceKeyIds: readonly string[];
}

const operators = { companyId: null, kind: 'system', id: null, name: null } as const;

/** Finds secrets of all companies and of the platform by their texts. */
@Injectable()
export class ReportedSecrets {
  constructor(
    private readonly digests: PresentedDigests,
    private readonly reader: Reader,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Every secret that one of these texts is, also a text that two companies imported. Text that cannot be a key costs no statement. */
  async find(texts: readonly string[]): Promise<FoundSecrets> {
    const digests: Buffer[] = [];
    for (const text of texts) digests.push(...(await this.digests.of(text)));
    if (digests.length === 0) return { secrets: [], serviceKeyIds: [] };
    const where = { digest: In(digests) };
    const manager = managerOf(this.reader);
    const secrets = await manager.find(KeySecretEntity, {
      where,
      select: { id: true, keyId: true, companyId: true },
    });
    const services = await manager.find(ServiceKeyEntity, { where, select: { id: true } });
    return { secrets, serviceKeyIds: services.map(({ id }) => id) };
  }

  /** Revokes a service key, which has no milder end. One that is revoked or expired stays as it is. */
  async endServiceKey(id: string, address: string | null, tx: Tx): Promise<void> {
    const rows = managerOf(tx).getRepository(ServiceKeyEntity);
    const now = this.clock.now();
    const row = await rows.findOneBy({ id });
    if (row === null || row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return;
    // Somebody else may have revoked it since it was read.
    const { affected } = await rows.update({ id, revokedAt: IsNull() }, { revokedAt: now });
    if (affected === 0) return;
    const { name, productCode: product, start, last4 } = row;
    this.events.appendAs(tx, operators, eventOf(events.serviceKeyRevoked, id, { name, product }));
    const told = { name, product, start, last4, address };
    this.events.appendAs(tx, operators, eventOf(events.serviceKeyReported, id, told));
  }
}
