import { isIP } from 'node:net';
import { z } from 'zod';
import { isAddressOrBlock } from '../ip';
import { logLevels } from './config';
import { gatewaySettings } from './gateway-settings';
import { partsOf } from './parts-of';
import { isPublicUrl, normalPublicUrl } from './public-url';

/** Every setting the environment may hold, as text. A name that is not here and begins with `KUNCI_` is a typing error. */
export const settingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(3000)
    .describe('The port to listen on; 0 takes a free one.'),
  HOST: z
    .string()
    .refine(isHost, 'must be an address or a host name alone, like 0.0.0.0; the port is PORT')
    .default('127.0.0.1')
    .describe('The address to listen on; in a container 0.0.0.0.'),
  WORKERS: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number from 1 to 64')
    .transform(Number)
    .refine((workers) => workers >= 1 && workers <= 64, 'must be a number from 1 to 64')
    .default(1)
    .describe('How many processes answer on the one port, with MySQL or MariaDB; also `--workers`.'),
  CONSOLE_DIR: z.string().min(1, 'must be a folder').optional().describe('The built console, served at `/`.'),
  DATA_DIR: z
    .string()
    .min(1, 'must be a folder')
    .default('./data')
    .describe(
      'Holds the SQLite database, its lock, its journal of events and its reserve of disk space, and the secrets of development.',
    ),
  DATABASE_URL: z
    .string()
    .refine(isMysqlUrl, 'must look like mysql://user:password@host:3306/database')
    .optional()
    .describe('The MySQL or MariaDB database. Without it Kunci uses SQLite.'),
  PUBLIC_URL: z
    .string()
    .refine(
      isPublicUrl,
      'must be an http or https address like https://keys.example.com or https://example.com/kunci, without a name, password, query or #; a path has names of letters, digits and -._~ after single slashes, none of which begins with a dot',
    )
    .transform(normalPublicUrl)
    .optional()
    .describe(
      'The address that browsers see, and its path, if it has one: Kunci then answers below that path, and a proxy in front hands it on as it came. With https, cookies are `Secure` and `__Host-` (below a path `__Secure-` with that path), and HSTS is on.',
    ),
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'must be addresses or CIDR blocks separated by commas, like 10.0.0.0/8,127.0.0.1')
    .transform(partsOf)
    .optional()
    .describe('The proxies whose `X-Forwarded-For` says who the client is; nobody is trusted by default.'),
  CORS_ORIGINS: z
    .string()
    .refine(
      isOriginList,
      'must be origins separated by commas, like https://app.example.com,http://localhost:5173; * and null are none',
    )
    .transform(partsOf)
    .optional()
    .describe(
      'The sites whose scripts may call `/core` and `/oauth2` with a key that they hold; none by default.',
    ),
  ...gatewaySettings,
  KUNCI_MODE: z
    .enum(['development', 'production'], 'must be development or production')
    .default('development')
    .describe('Production has no default secrets, no demo data and no banner.'),
  KUNCI_KEY_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,15}$/, 'must be 2 to 16 lower-case letters and digits, and begin with a letter')
    .default('kunci')
    .describe('What new keys begin with. Keys with another prefix are not recognised, so choose it once.'),
  METRICS: z
    .enum(['open', 'closed'], 'must be open or closed')
    .default('closed')
    .describe('Whether `GET /metrics` answers everybody, in the Prometheus text format.'),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{24,256}$/, 'must have 24 to 256 letters, digits and signs, without blanks')
    .optional()
    .describe(
      'Opens `GET /metrics` to whoever sends it as `Authorization: Bearer`, while `METRICS` is closed.',
    ),
  SIGN_UP: z
    .enum(['open', 'closed'], 'must be open or closed')
    .default('open')
    .describe('Whether `POST /companies` makes new companies; closed refuses everyone, operators too.'),
  CACHED_KEYS: z
    .string()
    .regex(/^\d{3,7}$/, 'must be a number from 100 to 9999999')
    .transform(Number)
    .refine((count) => count >= 100, 'must be a number from 100 to 9999999')
    .default(100_000)
    .describe('How many good keys an instance remembers at most, at about 1 KiB each.'),
  BRAND_NAME: z
    .string()
    .regex(/^[^\p{C}]{1,40}$/u, 'must have 1 to 40 characters, without line breaks')
    .default('Kunci')
    .describe('What the console calls itself: at its front door, in its bar and in the tab of the browser.'),
  BRAND_LOGO_FILE: z
    .string()
    .optional()
    .describe(
      'The path of a logo for the console, an SVG or PNG of at most 64 KiB. One that is more than twice as wide as high stands alone; any other stands before the name and in the tab.',
    ),
  BRAND_COLOR: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be # and six hexadecimal digits, like #0f4c5c')
    .transform((text) => text.toLowerCase())
    .optional()
    .describe(
      'The accent of the console. It is darkened for the light theme and lightened for the dark one as far as text in it needs to be readable.',
    ),
  LOG_LEVEL: z
    .enum(logLevels, `must be one of ${logLevels.join(', ')}`)
    .default('info')
    .describe('How much is logged, as JSON lines on standard output.'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const secretSettings = ['KUNCI_PEPPERS', 'KUNCI_KEKS', 'KUNCI_AUDIT_KEY'] as const;

/** Secrets that a server can do without. */
export const optionalSecrets = ['KUNCI_IMPORT_SECRETS', 'KUNCI_SIGNING_KEYS'] as const;

type SecretName = (typeof secretSettings)[number] | (typeof optionalSecrets)[number];

/** What each secret is for, and its form. @public docs/configuration.md is made from it. */
export const secretDescriptions: Readonly<Record<SecretName, string>> = {
  KUNCI_PEPPERS:
    'Digests keys. `v1:BASE64` with 32 random bytes; several are separated by commas, the current one first.',
  KUNCI_KEKS: 'Seals keys that can be shown again, and one-time codes. In the same form.',
  KUNCI_AUDIT_KEY: 'Links the entries of the audit trail, and seals backups. 32 random bytes in base64.',
  KUNCI_IMPORT_SECRETS:
    'HMAC keys of other systems, whose keys companies import. `name:BASE64`, 16 to 256 bytes each; at most five, separated by commas.',
  KUNCI_SIGNING_KEYS:
    'Signs who a key belongs to, for APIs behind gateways (Ed25519). `v1:BASE64` with 32 random bytes; several are separated by commas, the current one first. Without it nothing is signed.',
};

/** Secrets, and what may hold one: each can also be given as `NAME_FILE`, the path of a file that holds it. */
export const fileSettings = [...secretSettings, ...optionalSecrets, 'DATABASE_URL', 'METRICS_TOKEN'] as const;

/** Every setting under its own name. */
export const settingNames: readonly string[] = [
  ...new Set([...Object.keys(settingsSchema.shape), ...fileSettings]),
];

export function fileName(name: string): string {
  return `${name}_FILE`;
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-zA-Z0-9._-]+$/.test(text);
}

function isMysqlUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === 'mysql:' && url.hostname !== '' && /^\/[^/]+$/.test(url.pathname) && url.hash === ''
  );
}

function isProxyList(text: string): boolean {
  return partsOf(text).every(isAddressOrBlock);
}

function isOriginList(text: string): boolean {
  return partsOf(text).every(isAsBrowsersWriteIt);
}

/** Any other spelling of an origin would never be met. */
function isAsBrowsersWriteIt(origin: string): boolean {
  return /^https?:[^*]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
}
