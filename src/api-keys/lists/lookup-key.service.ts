import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform';
import { notFound } from '../../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { type FoundKey } from '../key-lookup.schema';
import { preferred } from '../imports/presented-digests';
import { KeyRows, type ShownKeyRow } from '../key-rows';
import { KeySecretEntity } from '../key-secret.entity';
import { KeyViews } from './key-views';
import { PastedDigests } from './pasted-digests';

// Looked up where no secret was found, so that what is not to be read takes as many statements as what is not there.
const nobodysId = '00000000-0000-7000-8000-000000000000';

/**
 * Finds the key of a secret that turned up somewhere. That is no use of the key: nothing is verified, counted or spent, and the
 * digest is left as it is.
 */
@Injectable()
export class LookupKeyService {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly digests: PastedDigests,
    private readonly rows: KeyRows,
    private readonly views: KeyViews,
    private readonly clock: Clock,
  ) {}

  /**
   * The key, whatever has become of it and of the secret, as long as the pepper of its digest is loaded.
   * @param pasted with any blanks, quotes or invisible characters around it.
   * @throws 404 alike for text that is no key, an unknown secret, another company's, and one of a key that the principal may not read.
   */
  async find(principal: Principal, pasted: string): Promise<FoundKey> {
    const digests = await this.digests.of(pasted);
    if (digests.length === 0) throw notFound();
    const secret = preferred(await this.secrets.of(principal).find({ where: { digest: In(digests) } }));
    const row = await this.rows.readableShown(principal, secret?.keyId ?? nobodysId, this.clock.now());
    if (secret === null) throw notFound();
    const key = await this.views.one(principal, row);
    return { key, matched: standingOf(secret, row, key) };
  }
}

function standingOf({ id }: KeySecretEntity, row: ShownKeyRow, key: FoundKey['key']): FoundKey['matched'] {
  if (row.secret?.id === id) return 'current';
  return key.superseded !== null && row.superseded?.id === id ? 'superseded' : 'ended';
}
