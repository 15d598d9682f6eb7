import { Injectable } from '@nestjs/common';
import { FastReader, toJson, unreadable } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { type KeyMetadata, keyMetadata } from '../key-metadata';

/** Reads the metadata of a key that was just verified. It is not cached, so that a cached key stays small. */
@Injectable()
export class MetadataReader {
  constructor(private readonly fastReader: FastReader) {}

  /** One statement, by the ids that verification found. @returns null for none, and for what no service wrote. */
  async of({ companyId, keyId }: { companyId: string; keyId: string }): Promise<KeyMetadata | null> {
    const statement = 'SELECT metadata FROM api_keys WHERE company_id = ? AND id = ?';
    const [row] = await managerOf(this.fastReader).query<{ metadata: string | null }[]>(statement, [
      companyId,
      keyId,
    ]);
    const metadata = toJson(keyMetadata, row?.metadata ?? null);
    return metadata === unreadable ? null : metadata;
  }
}
