import { Injectable } from '@nestjs/common';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { type ImportProgress } from '../key-import.schema';
import { KeySecretEntity } from '../key-secret.entity';
import { KeyShapes } from './key-shapes';
import { ShapeUses } from './shape-uses';

/** How far a company has moved from another system. */
@Injectable()
export class ImportProgressService {
  constructor(
    private readonly shapes: KeyShapes,
    private readonly uses: ShapeUses,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
  ) {}

  async get(principal: Principal): Promise<ImportProgress> {
    const shapes: ImportProgress['shapes'] = [];
    for (const { id, prefix, length, alphabet } of await this.shapes.all(principal))
      shapes.push({ id, prefix, length, alphabet, ...(await this.uses.of(principal, id)) });
    return {
      seen: await this.count(principal, 'secret.foreignAlgorithm IS NULL'),
      unseen: await this.count(principal, 'secret.foreignAlgorithm IS NOT NULL'),
      withoutShape: await this.uses.withoutShape(
        principal,
        shapes.map(({ id }) => id),
      ),
      shapes,
    };
  }

  private count(principal: Principal, condition: string): Promise<number> {
    return this.secrets
      .of(principal)
      .query('secret')
      .leftJoin('key', ApiKeyEntity, 'key.id = secret.keyId')
      .and(
        'key.id IS NOT NULL AND key.revokedAt IS NULL AND key.deletedAt IS NULL AND secret.supersededAt IS NULL',
      )
      .and('secret.importMark IS NOT NULL')
      .and(condition)
      .count();
  }
}
