import { StartFault } from '../start-fault';

/** All settings of one instance, checked. The only way anything learns of the environment. */
export interface Config {
  readonly mode: 'development' | 'production';
  readonly http: HttpConfig;
  /** Where gateways alone ask; null for nowhere. */
  readonly gateway: GatewayConfig | null;
  readonly dataDir: string;
  /** How many processes answer on the one port. On SQLite there is one whatever this says. */
  readonly workers: number;
  /** Where the built console lies. */
  readonly consoleDir: string;
  readonly database: DatabaseConfig;
  readonly secrets: SecretsConfig;
  /** What a `prefixed` key begins with, without the underscore. */
  readonly keyPrefix: string;
  /** How many good keys are remembered at most. */
  readonly cachedKeys: number;
  /** Whether `/metrics` answers. */
  /** Who may read the figures: everybody, or whoever has the token; nobody where there is neither. */
  readonly metrics: { readonly isOpen: boolean; readonly token: string | null };
  readonly signUp: 'open' | 'closed';
  readonly brand: BrandConfig;
  readonly logLevel: LogLevel;
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** The address that browsers see, e.g. `https://keys.example.com` or `https://example.com/kunci`; no trailing slash. */
  readonly publicUrl: string;
  /** The path of that address, which every address of this server begins with: `/kunci`, or nothing. */
  readonly basePath: string;
  /** Which proxies may say who the client is: none, or a list of addresses and CIDR blocks. */
  readonly trustProxy: false | readonly string[];
  /** Sites whose scripts may call what takes keys only; none unless they are named. */
  readonly corsOrigins: readonly string[];
}

/** A listener on which whoever connects counts as a gateway that proved itself. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  /** From where one may connect, addresses and CIDR blocks; null where only this machine can. */
  readonly allowedAddresses: readonly string[] | null;
  /** For whom identities are signed there. */
  readonly audiences: readonly string[];
}

/** How the console looks as a part of what its operator offers. */
export interface BrandConfig {
  readonly name: string;
  /** The operator's own, or null for ours. */
  readonly logo: BrandLogo | null;
  /** `#rrggbb`, from which the accents of both themes are derived, or null for ours. */
  readonly color: string | null;
}

export interface BrandLogo {
  readonly type: 'image/svg+xml' | 'image/png';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export type DatabaseConfig =
  | {
      readonly kind: 'sqlite';
      readonly file: string;
      readonly lockFile: string;
      /** The latest events once more, beside the database. */
      readonly journalFile: string;
      /** Takes up room, to give it back when the disk is full. */
      readonly reserveFile: string;
    }
  | { readonly kind: 'mysql'; readonly url: string };

export interface SecretsConfig {
  /** The first digests new secrets, the others only look up. */
  readonly peppers: readonly NamedSecret[];
  /** The first wraps new data keys, the others only unwrap. */
  readonly keks: readonly NamedSecret[];
  /** HMAC keys of other systems, whose keys companies import. */
  readonly importSecrets: readonly NamedSecret[];
  /** Seeds of the keys that sign identities for gateways; the first signs, all are published. None: nothing is signed. */
  readonly signingKeys: readonly NamedSecret[];
  /** Keys the hash chain of the event log. */
  readonly auditKey: Buffer;
}

/** Bytes with the version they are known by in the database. Our own are 32 random ones. */
export interface NamedSecret {
  readonly version: string;
  readonly bytes: Buffer;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Injection token for `Config`, which is an interface. */
export const CONFIG = Symbol('Config');

/** Everything that is wrong with the settings, in one go. */
export class ConfigFault extends StartFault {
  constructor(
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`Kunci cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`, options);
  }
}
