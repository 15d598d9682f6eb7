import { Inject, Injectable } from '@nestjs/common';
import { startOfKey } from '../../../libs/api-key';
import { Clock } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { KeySecretEntity } from '../key-secret.entity';
import { startsWithin } from './key-search';

/** Finds keys by how a superseded secret begins that still works: who holds the old one looks for what is in hand. */
@Injectable()
export class SupersededSearch {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the ids of these keys; none for text that is too short to tell keys apart. */
  async keyIds(principal: Principal, typed: string): Promise<string[]> {
    if (!this.tellsKeysApart(typed)) return [];
    const found = await this.secrets
      .of(principal)
      .query('secret')
      .and(...startsWithin(typed))
      .and('secret.endsAt > :now', { now: this.clock.now().getTime() })
      .all();
    return found.map(({ keyId }) => keyId);
  }

  /** All keys begin alike. With less than two characters more, the index would lead through a good part of the company. */
  private tellsKeysApart(typed: string): boolean {
    const [live, test] = [
      startOfKey(this.config.keyPrefix, 'live'),
      startOfKey(this.config.keyPrefix, 'test'),
    ];
    const common = typed.startsWith(test) ? test : live;
    return typed.startsWith(common) && typed.length >= common.length + 2 && !test.startsWith(typed);
  }
}
