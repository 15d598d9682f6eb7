import { Injectable } from '@nestjs/common';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { type ImportProgress } from '../key-import.schema';
import { KeySecretEntity } from '../key-secret.entity';
import { KeyShapeEntity } from './key-shape.entity';

/** How far a company has moved from another system. */
@Injectable()
export class ImportProgressService {
  constructor(
    @InjectScoped(KeyShapeEntity) private readonly shapes: ScopedRepository<KeyShapeEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
  ) {}

  async get(principal: Principal): Promise<ImportProgress> {
    const shapes = await this.shapes.of(principal).find();
    return {
      seen: await this.count(principal, 'secret.foreignAlgorithm IS NULL'),
      unseen: await this.count(principal, 'secret.foreignAlgorithm IS NOT NULL'),
      shapes: shapes.map(({ id, prefix, length, alphabet }) => ({ id, prefix, length, alphabet })),
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
