import { Entity, PrimaryColumn } from 'typeorm';
import { BytesColumn } from '../../platform/database';

/** What a pepper or key-encryption key made of a known text when it was first loaded. */
@Entity('crypto_vectors')
export class CryptoVectorEntity {
  @PrimaryColumn({ type: 'varchar' })
  purpose!: 'pepper' | 'kek';

  @PrimaryColumn({ type: 'varchar' })
  version!: string;

  @BytesColumn()
  vector!: Buffer;
}
