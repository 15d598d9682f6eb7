import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { UserDirectory } from '../../users';
import { ApiKeyEntity } from '../api-key.entity';
import { KeyWordEntity } from './key-word.entity';
import { wordsOfAll } from './name-words';

type NamedKey = Pick<ApiKeyEntity, 'id' | 'kind' | 'name' | 'description' | 'ownerId'>;

/** Indexes the words by which a key is found, in the unit of work that gives it its name and description. */
@Injectable()
export class KeyWords {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeyWordEntity) private readonly words: ScopedRepository<KeyWordEntity>,
    private readonly users: UserDirectory,
  ) {}

  /** Of a new key, whose row says `wordsOf` itself. */
  async write(principal: Principal, key: NamedKey, tx: Tx): Promise<void> {
    const { id, kind, name, description } = key;
    const words = wordsOfAll([name, description, await this.ownerOf(principal, key, tx)]);
    await this.words.of(principal, tx).insertAll(words.map((word) => ({ kind, word, keyId: id })));
  }

  /** Of new keys that belong to nobody. */
  async writeUnowned(principal: Principal, keys: readonly NamedKey[], tx: Tx): Promise<void> {
    const rows = keys.flatMap(({ id, kind, name, description }) =>
      wordsOfAll([name, description]).map((word) => ({ kind, word, keyId: id })),
    );
    await this.words.of(principal, tx).insertAll(rows);
  }

  /** Of a key that got another name or description. */
  async replace(principal: Principal, key: NamedKey, tx: Tx): Promise<void> {
    await this.words.of(principal, tx).delete({ keyId: key.id });
    await this.write(principal, key, tx);
    await this.keys.of(principal, tx).update({ id: key.id }, { wordsOf: key.name });
  }

  /** The owner is mostly the person who acts, whose username is known. */
  private async ownerOf({ user }: Principal, { ownerId }: NamedKey, tx: Tx): Promise<string | null> {
    if (ownerId === null) return null;
    if (ownerId === user?.id) return user.username;
    return (await this.users.byId(ownerId, tx))?.username ?? null;
  }
}
