import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { KeyWordEntity } from './key-word.entity';
import { wordsOf } from './name-words';

type NamedKey = Pick<ApiKeyEntity, 'id' | 'kind' | 'name'>;

/** Indexes the words of names, in the unit of work that gives a key its name. */
@Injectable()
export class KeyWords {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeyWordEntity) private readonly words: ScopedRepository<KeyWordEntity>,
  ) {}

  /** Of a new key, whose row says `wordsOf` itself. */
  async write(principal: Principal, { id, kind, name }: NamedKey, tx: Tx): Promise<void> {
    const words = name === null ? [] : wordsOf(name);
    await this.words.of(principal, tx).insertAll(words.map((word) => ({ kind, word, keyId: id })));
  }

  /** Of a key that was renamed. */
  async replace(principal: Principal, key: NamedKey, tx: Tx): Promise<void> {
    await this.words.of(principal, tx).delete({ keyId: key.id });
    await this.write(principal, key, tx);
    await this.keys.of(principal, tx).update({ id: key.id }, { wordsOf: key.name });
  }
}
