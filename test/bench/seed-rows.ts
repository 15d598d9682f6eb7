import { type Connection, createConnection } from 'mysql2/promise';
import { faceOf } from '../../libs/api-key';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { Keyring } from '../../src/api-keys/keyring';
import { foldName } from '../../src/api-keys/lists/key-search';
import { wordsOf } from '../../src/api-keys/lists/name-words';
import { dayMs, Ids, SystemClock } from '../../src/platform';
import { type Config } from '../../src/platform/config';
import { defaultPolicy } from '../../src/settings/key-policy';
import { gatewayAudience, gatewayKey, keyText } from './key-texts';

const rowsAtOnce = 2_000;

/** The name of a seeded key. Those of one company that begin with the same digits are ten, a hundred … */
export function keyName(number: number): string {
  return `Robot ${String(number).padStart(7, '0')}`;
}

/** Ten of each stand first in every company, so that whoever walks through its keys finds them last. */
const rareOnes: readonly Readonly<Partial<SeededKey>>[] = [
  { revoked: true },
  { expired: true },
  { kind: 'product', product: 'seeded' },
  { kind: 'personal' },
];
const rareOfEach = 10;
/** Far from the numbers of the others, so that nobody sends one of them. */
const rareNumbers = 50_000_000;

interface SeededKey {
  readonly number: number;
  readonly kind: KeyKind;
  readonly product: string | null;
  readonly revoked: boolean;
  readonly expired: boolean;
}

/** Writes rows straight into the tables, many at once, as the services would have written them one by one. */
export class SeedRows {
  private readonly ids = new Ids(new SystemClock());
  private readonly keyring: Keyring;

  private constructor(
    private readonly connection: Connection,
    config: Config,
  ) {
    this.keyring = new Keyring(config);
  }

  static async on(config: Config): Promise<SeedRows> {
    if (config.database.kind !== 'mysql') throw new Error('These figures are those of a shared database.');
    const connection = await createConnection(config.database.url);
    // The rows fit together by construction; to check each against the others takes most of the time.
    await connection.query('SET foreign_key_checks = 0, unique_checks = 0');
    return new SeedRows(connection, config);
  }

  /** A company with the default policies and no people. @returns its id. */
  async company(slug: string): Promise<string> {
    const id = this.ids.next();
    const company = { id, name: `Company ${slug}`, slug, status: 'onboarding', created_at: Date.now() };
    await this.insert('companies', [company]);
    const policies = keyKinds.map((kind) => {
      const policy = defaultPolicy(kind);
      return {
        ...{ company_id: id, kind, enabled: policy.enabled ? 1 : 0, max_active: policy.maxActive },
        ...{ name_required: policy.nameRequired ? 1 : 0, max_lifetime_days: policy.maxLifetimeDays },
        ...{ visibility: policy.visibility, format: policy.format, step_up: JSON.stringify(policy.stepUp) },
      };
    });
    await this.insert('key_policies', policies);
    return id;
  }

  /** Company keys, numbered from `first`; before them some of each other sort, which count for nothing. */
  async keys(companyId: string, makerId: string, first: number, count: number): Promise<void> {
    const rare = Array.from({ length: rareOnes.length * rareOfEach }, (_, at) => ({
      ...plain(rareNumbers + first + at),
      ...rareOnes[Math.floor(at / rareOfEach)],
    }));
    await this.write(companyId, makerId, rare);
    for (let done = 0; done < count; done += rowsAtOnce) {
      const numbers = Array.from(
        { length: Math.min(rowsAtOnce, count - done) },
        (_, at) => first + done + at,
      );
      await this.write(companyId, makerId, numbers.map(plain));
    }
  }

  /** The service key of a gateway. */
  async gateway(): Promise<void> {
    const { digest, pepperVersion } = this.keyring.digest(gatewayKey);
    const { start, last4 } = faceOf(gatewayKey, 'prefixed');
    const [permissions, audiences] = [['keys:verify'], [gatewayAudience]].map((list) => JSON.stringify(list));
    const key = { id: this.ids.next(), name: 'Gateway', product_code: null, permissions, audiences };
    const secret = { digest, pepper_version: pepperVersion, start, last4, created_at: Date.now() };
    await this.insert('service_keys', [{ ...key, ...secret }]);
  }

  private async write(companyId: string, makerId: string, keys: readonly SeededKey[]): Promise<void> {
    const rows = keys.map((key) => this.key(companyId, makerId, key));
    await this.connection.beginTransaction();
    await this.insert(
      'api_keys',
      rows.map(({ key }) => key),
    );
    await this.insert(
      'key_words',
      rows.flatMap(({ words }) => words),
    );
    await this.insert(
      'key_secrets',
      rows.map(({ secret }) => secret),
    );
    await this.connection.commit();
  }

  /** Lets the database learn what is in the tables now, as it would have by and by. */
  async settle(): Promise<void> {
    await this.connection.query('ANALYZE TABLE companies, key_policies, api_keys, key_words, key_secrets');
  }

  close(): Promise<void> {
    return this.connection.end();
  }

  private key(companyId: string, makerId: string, { number, kind, product, revoked, expired }: SeededKey) {
    const [id, name, text, now] = [this.ids.next(), keyName(number), keyText(number), Date.now()];
    const { digest, pepperVersion } = this.keyring.digest(text);
    return {
      key: {
        ...{ id, company_id: companyId, kind, name, name_folded: foldName(name), words_of: name },
        ...{ product_code: product, owner_id: kind === 'personal' ? makerId : null },
        ...{ created_at: now, created_by: makerId, revoked_at: revoked ? now : null },
      },
      words: wordsOf(name).map((word) => ({ company_id: companyId, kind, word, key_id: id })),
      secret: {
        ...{ id: this.ids.next(), company_id: companyId, key_id: id, digest, pepper_version: pepperVersion },
        ...{ ...faceOf(text, 'prefixed'), issued_at: now, expires_at: expired ? now - dayMs : null },
      },
    };
  }

  private async insert(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    const values = rows.map((row) => columns.map((column) => row[column]));
    await this.connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [values]);
  }
}

function plain(number: number): SeededKey {
  return { number, kind: 'company', product: null, revoked: false, expired: false };
}
