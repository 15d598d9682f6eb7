import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { digestKey, EnvelopeFault, openSecret, sealSecret } from '../../../libs/api-key';
import { Clock, StartFault } from '../../platform';
import { CONFIG, type Config, type NamedSecret } from '../../platform/config';
import { Reader, type Tx, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { CryptoVectorEntity } from './crypto-vector.entity';
import { type Protection, secretsNeeding } from './secrets-in-use';

const knownText = 'kunci test vector';
const wrappedKeyBytes = 60;

/**
 * Refuses to boot with secrets that are not those of this database: with a different pepper every key would be unknown, with
 * a different key-encryption key none could be shown again, and new ones could not be recovered.
 */
@Injectable()
export class TestVectors implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly units: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { peppers, keks, auditKey } = this.config.secrets;
    const stored = await managerOf(this.reader).find(CryptoVectorEntity);
    for (const pepper of peppers) await this.agree('pepper', pepper, stored, makePepperVector, pepperMade);
    for (const kek of keks) await this.agree('kek', kek, stored, makeKekVector, kekMade);
    await this.agree('audit-key', { version: '1', bytes: auditKey }, stored, makePepperVector, pepperMade);
    const loaded = { pepper: versions(peppers), kek: versions(keks) };
    for (const { purpose, version } of stored) {
      if (purpose !== 'audit-key' && !loaded[purpose].includes(version))
        await this.assertNotNeeded(purpose, version);
    }
  }

  private async agree(
    purpose: CryptoVectorEntity['purpose'],
    secret: NamedSecret,
    stored: readonly CryptoVectorEntity[],
    make: (secret: NamedSecret) => Buffer,
    made: (secret: NamedSecret, vector: Buffer) => boolean,
  ): Promise<void> {
    const known = stored.find((row) => row.purpose === purpose && row.version === secret.version);
    if (known === undefined) {
      const row = { purpose, version: secret.version, vector: make(secret) };
      const first = await this.units.run((tx) => insertOnce(tx, row));
      if (made(secret, first.vector)) return;
      throw new StartFault(`Another instance has just begun with another ${purpose} ${secret.version}.`);
    } else if (!made(secret, known.vector)) {
      throw new StartFault(
        `The ${purpose} ${secret.version} is not the one this database was written with. Set the one that is.`,
      );
    }
  }

  private async assertNotNeeded(protection: Protection, version: string): Promise<void> {
    if ((await secretsNeeding(this.reader, protection, version, this.clock.now())) === 0) return;
    throw new StartFault(
      `Secrets in this database still need the ${protection} ${version}, which is not loaded. Add it to the settings.`,
    );
  }
}

/** Of several instances that start at once, one writes. @returns what is written. */
async function insertOnce(tx: Tx, row: CryptoVectorEntity): Promise<CryptoVectorEntity> {
  await managerOf(tx).createQueryBuilder().insert().into(CryptoVectorEntity).values(row).orIgnore().execute();
  const { purpose, version } = row;
  return managerOf(tx).findOneByOrFail(CryptoVectorEntity, { purpose, version });
}

function versions(secrets: readonly NamedSecret[]): string[] {
  return secrets.map((secret) => secret.version);
}

function makePepperVector(secret: NamedSecret): Buffer {
  return digestKey(knownText, secret.bytes);
}

function pepperMade(secret: NamedSecret, vector: Buffer): boolean {
  return makePepperVector(secret).equals(vector);
}

function makeKekVector(secret: NamedSecret): Buffer {
  const { ciphertext, wrappedKey } = sealSecret(knownText, secret.bytes, contextOf(secret));
  return Buffer.concat([wrappedKey, ciphertext]);
}

function kekMade(secret: NamedSecret, vector: Buffer): boolean {
  const sealed = {
    wrappedKey: vector.subarray(0, wrappedKeyBytes),
    ciphertext: vector.subarray(wrappedKeyBytes),
  };
  try {
    return openSecret(sealed, secret.bytes, contextOf(secret)) === knownText;
  } catch (error) {
    if (error instanceof EnvelopeFault) return false;
    throw error;
  }
}

function contextOf(secret: NamedSecret) {
  return { purpose: 'kunci.test-vector', companyId: '', keyId: '', secretId: '', kekVersion: secret.version };
}
