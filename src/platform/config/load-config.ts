import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type BrandLogo,
  type Config,
  ConfigFault,
  type DatabaseConfig,
  type GatewayConfig,
  type SecretsConfig,
} from './config';
import { readLogo } from './brand-logo';
import { commandLineSettings } from './command-line';
import { developmentSecrets } from './development-secrets';
import { gatewayConfig } from './gateway-settings';
import { basePathOf } from './public-url';
import { parseImportSecrets, parseNamedSecrets, parseSecret } from './secrets';
import {
  fileName,
  fileSettings,
  optionalSecrets,
  secretSettings,
  settingNames,
  type Settings,
  settingsSchema,
} from './settings';
import { unknownNames } from './unknown-names';

/** Where the build puts the console: beside the program, whatever folder it is started in. */
const ownConsole = resolve(__dirname, '../../../console');

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads all settings of the server: from the environment of this process, and from its command line, which outranks it. */
export function loadServerConfig(): Config {
  return loadConfig(process.env, process.argv.slice(2));
}

/**
 * Reads all settings. In development missing secrets are made and kept in `DATA_DIR`; in production they have no default.
 * @param env the environment of the process, or another; an empty variable counts as absent.
 * @param args a command line for the server; commands have one of their own.
 * @throws ConfigFault with every fault, never only the first, and without repeating a secret.
 */
export function loadConfig(env: Environment = process.env, args: readonly string[] = []): Config {
  const faults = unknownNames(env);
  const read = { ...withFiles(env, faults), ...commandLineSettings(args, faults) };
  faults.push(...wrappedValues(read));
  // A value is told once what is wrong with it: the rest of it is judged without what surrounds it.
  const given = Object.fromEntries(Object.entries(read).map(([name, value]) => [name, unwrapped(value)]));
  const parsed = settingsSchema.safeParse(given);
  faults.push(...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const logo = readLogo(given['BRAND_LOGO_FILE'], faults);
  const gateway = parsed.success ? gatewayConfig(parsed.data, faults) : null;
  const own = pick(given, [...secretSettings, ...optionalSecrets]);
  // In development what is missing will be made, but not by a start that fails anyway.
  const expected = secretSettings.filter((name) => !env[fileName(name)]);
  readSecrets(own, given['KUNCI_MODE'] === 'production' ? expected : [], faults);
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  const dataDir = resolve(parsed.data.DATA_DIR);
  const complete = secretSettings.every((name) => name in own);
  const all = complete ? own : { ...developmentSecrets(dataDir), ...own };
  const secrets = readSecrets(all, secretSettings, faults);
  if (secrets === null || faults.length > 0) throw new ConfigFault(faults);
  return assemble(parsed.data, { dataDir, secrets, logo, gateway });
}

function unwrapped(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/s, '$2');
}

/** What cannot be seen in a value, and is never meant: no schema could say so in words that help. */
function wrappedValues(given: Readonly<Record<string, string>>): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (value.trim() !== value) return [`${name} has blanks before or after its value; remove them`];
    const isQuoted = /^(["']).*\1$/s.test(value);
    return isQuoted ? [`${name} has quotes around its value; remove them`] : [];
  });
}

/** The non-empty settings, with what stands in files where a file was named. */
function withFiles(env: Environment, faults: string[]): Record<string, string> {
  const given = pick(env, settingNames);
  for (const name of fileSettings) {
    const file = env[fileName(name)];
    if (file === undefined || file === '') continue;
    if (file.trim() !== file)
      faults.push(`${fileName(name)} has blanks before or after its value; remove them`);
    if (given[name] !== undefined) faults.push(`${name} and ${fileName(name)} are both set; keep one`);
    try {
      given[name] = readFileSync(file.trim(), 'utf8').trim();
      if (given[name] === '') faults.push(`${fileName(name)} names an empty file`);
    } catch (error) {
      // Not the message: it repeats the path, which is the secret itself where somebody mixed the two settings up.
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
      faults.push(`${fileName(name)} cannot be read: ${reason}; correct the path, or the rights to the file`);
    }
  }
  return given;
}

function pick(env: Environment, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

/** Adds what is wrong with the secrets, and which of the `required` ones are missing, to `faults`. */
function readSecrets(
  given: Record<string, string>,
  required: readonly string[],
  faults: string[],
): SecretsConfig | null {
  const missing = required.filter((name) => given[name] === undefined);
  faults.push(
    ...missing.map(
      (name) => `${name} (or ${fileName(name)}) is missing; \`openssl rand -base64 32\` makes the bytes`,
    ),
  );
  const peppers = namedSecrets('KUNCI_PEPPERS', given, faults);
  const keks = namedSecrets('KUNCI_KEKS', given, faults);
  const importSecrets = namedSecrets('KUNCI_IMPORT_SECRETS', given, faults, parseImportSecrets);
  const signingKeys = namedSecrets('KUNCI_SIGNING_KEYS', given, faults);
  const auditKey = parseSecret(given['KUNCI_AUDIT_KEY'] ?? '');
  if (auditKey === null && given['KUNCI_AUDIT_KEY'] !== undefined) {
    faults.push('KUNCI_AUDIT_KEY must be 32 random bytes in base64');
  }
  return auditKey === null ? null : { peppers, keks, importSecrets, signingKeys, auditKey };
}

function namedSecrets(
  name: string,
  given: Record<string, string>,
  faults: string[],
  parse = parseNamedSecrets,
): SecretsConfig['peppers'] {
  const text = given[name];
  const secrets = text === undefined ? [] : parse(text);
  if (typeof secrets !== 'string') return secrets;
  faults.push(`${name} ${secrets}`);
  return [];
}

interface ReadElsewhere {
  readonly dataDir: string;
  readonly secrets: SecretsConfig;
  readonly logo: BrandLogo | null;
  readonly gateway: GatewayConfig | null;
}

function assemble(settings: Settings, { dataDir, secrets, logo, gateway }: ReadElsewhere): Config {
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  const publicUrl = settings.PUBLIC_URL ?? `http://${host}:${settings.PORT}`;
  return {
    mode: settings.KUNCI_MODE,
    http: {
      host: settings.HOST,
      port: settings.PORT,
      publicUrl,
      basePath: basePathOf(publicUrl),
      trustProxy: settings.TRUST_PROXY ?? false,
      corsOrigins: settings.CORS_ORIGINS ?? [],
    },
    gateway,
    dataDir,
    workers: settings.WORKERS,
    consoleDir: settings.CONSOLE_DIR === undefined ? ownConsole : resolve(settings.CONSOLE_DIR),
    database: databaseConfig(settings.DATABASE_URL, dataDir),
    secrets,
    keyPrefix: settings.KUNCI_KEY_PREFIX,
    cachedKeys: settings.CACHED_KEYS,
    metrics: { isOpen: settings.METRICS === 'open', token: settings.METRICS_TOKEN ?? null },
    signUp: settings.SIGN_UP,
    brand: { name: settings.BRAND_NAME, logo, color: settings.BRAND_COLOR ?? null },
    logLevel: settings.LOG_LEVEL,
  };
}

function databaseConfig(url: string | undefined, dataDir: string): DatabaseConfig {
  if (url !== undefined) return { kind: 'mysql', url };
  return {
    kind: 'sqlite',
    file: join(dataDir, 'kunci.db'),
    lockFile: join(dataDir, 'lock.db'),
    journalFile: join(dataDir, 'kunci-events.jsonl'),
    reserveFile: join(dataDir, 'kunci-reserve'),
  };
}
