'use strict';

/*
 * npm run config-docs
 *
 * Writes docs/configuration.md from the schema of the settings, so that no setting is missing there and no default is wrong.
 */

const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

const sections = {
  'Address and network': ['PORT', 'HOST', 'PUBLIC_URL', 'TRUST_PROXY', 'CORS_ORIGINS', 'WORKERS'],
  'The listener for gateways': ['GATEWAY_LISTEN', 'GATEWAY_ALLOWED_ADDRESSES', 'GATEWAY_AUDIENCES'],
  Data: ['DATABASE_URL', 'DATA_DIR', 'CONSOLE_DIR'],
  Secrets: ['KUNCI_PEPPERS', 'KUNCI_KEKS', 'KUNCI_AUDIT_KEY', 'KUNCI_IMPORT_SECRETS', 'KUNCI_SIGNING_KEYS'],
  Behaviour: [
    'KUNCI_MODE',
    'SIGN_UP',
    'KUNCI_KEY_PREFIX',
    'CACHED_KEYS',
    'METRICS',
    'METRICS_TOKEN',
    'LOG_LEVEL',
  ],
  'The look of the console': ['BRAND_NAME', 'BRAND_LOGO_FILE', 'BRAND_COLOR'],
};

/** What the schema leaves open, because it is computed from other settings. */
const computedDefaults = {
  PUBLIC_URL: '`http://HOST:PORT`',
  TRUST_PROXY: 'nobody',
  CORS_ORIGINS: 'none',
  GATEWAY_LISTEN: 'off',
  GATEWAY_ALLOWED_ADDRESSES: 'this machine',
  GATEWAY_AUDIENCES: 'none',
  DATABASE_URL: 'SQLite',
  CONSOLE_DIR: '`dist/console`',
  BRAND_LOGO_FILE: 'a key',
  BRAND_COLOR: 'petrol',
  METRICS_TOKEN: 'none',
};

const introduction = `<!-- Made from src/platform/config/settings.ts by \`npm run config-docs\`. Do not edit. -->

# Configuration

Settings are environment variables. An empty one counts as absent. Kunci checks all of them before it starts, reports every fault at
once, and does not start until all are right. A misspelt name is a fault too (\`LOGLEVEL\`: did you mean \`LOG_LEVEL\`?), and so
are blanks or quotes around a value, and options that the server or a command does not know. Variables that Kubernetes sets for a
service called \`kunci\` are ignored.

Only \`WORKERS\` can also be given on the command line, which wins: \`npm start -- --workers 4\`.
`;

const conclusion = `\\* Or \`NAME_FILE\`, the path of a file that holds it; not both. \`openssl rand -base64 32\` makes 32 random bytes.
[Secrets](operations/secrets.md) says how to replace a pepper or a key-encryption key.
`;

if (require.main === module) {
  const settings = require(path.join(root, 'dist/src/platform/config/settings.js'));
  fs.writeFileSync(path.join(root, 'docs/configuration.md'), configurationDocument(settings));
}

/**
 * @param settings the module `src/platform/config/settings`, compiled or not
 * @returns the document, formatted as prettier would
 * @throws where a setting is in no section, or has no description
 */
function configurationDocument(settings) {
  const listed = Object.values(sections).flat();
  const unlisted = settings.settingNames.filter((name) => !listed.includes(name));
  if (unlisted.length > 0)
    throw new Error(`tools/docs/configuration.cjs has no section for ${unlisted.join(', ')}.`);
  const parts = Object.entries(sections).map(
    ([title, names]) => `## ${title}\n\n${table(names.map((name) => row(settings, name)))}`,
  );
  return [introduction, ...parts, conclusion].join('\n');
}

function row(settings, name) {
  const { settingsSchema, secretDescriptions, optionalSecrets, fileSettings } = settings;
  const schema = settingsSchema.shape[name];
  const description = schema?.description ?? secretDescriptions[name];
  if (description === undefined)
    throw new Error(`${name} has no description in src/platform/config/settings.ts.`);
  const star = fileSettings.includes(name) ? ' \\*' : '';
  return [
    `\`${name}\`${star}`,
    optionalSecrets.includes(name) ? 'none' : defaultOf(schema, name),
    [description, rule(schema)].filter(Boolean).join(' '),
  ];
}

function defaultOf(schema, name) {
  if (schema === undefined) return 'made in development';
  const value = schema.parse(undefined);
  return value === undefined ? computedDefaults[name] : `\`${value}\``;
}

/** In the words that the server has for a wrong value. */
function rule(schema) {
  const message = schema?.safeParse('\u0000').error?.issues[0].message;
  return message === undefined ? '' : `${message[0].toUpperCase()}${message.slice(1)}.`;
}

function table(rows) {
  const all = [['name', 'default', 'meaning'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return `${[line(all[0]), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}\n`;
}

module.exports = { configurationDocument };
