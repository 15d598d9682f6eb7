import { Entity, PrimaryColumn } from 'typeorm';
import { BytesColumn } from '../../platform/database';

/** What a pepper, a key-encryption key or the audit key made of a known text when it was first loaded. */
@Entity('crypto_vectors')
export class CryptoVectorEntity {
  @PrimaryColumn({ type: 'varchar' })
  purpose!: 'pepper' | 'kek' | 'audit-key';

  @PrimaryColumn({ type: 'varchar' })
  version!: string;

  @BytesColumn()
  vector!: Buffer;
}
