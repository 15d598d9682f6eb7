import { Entity } from 'typeorm';
import { PrimaryIdColumn, PrimaryTextColumn } from '../../platform/database';

/** A word by which a key is found, with what follows it in the name. */
@Entity('key_words')
export class KeyWordEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  /** The kind of the key, so that a search reads only what its caller may see. */
  @PrimaryTextColumn()
  kind!: string;

  @PrimaryTextColumn()
  word!: string;

  @PrimaryIdColumn({ name: 'key_id' })
  keyId!: string;
}
