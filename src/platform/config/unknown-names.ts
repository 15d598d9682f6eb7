import { isOneEdit } from '../one-edit';
import { clientSettingNames } from './client-settings';
import { fileName, fileSettings, optionalSecrets, secretSettings, settingNames } from './settings';

type Environment = Readonly<Record<string, string | undefined>>;

const settings = new Set([...settingNames, ...fileSettings, ...fileSettings.map(fileName)]);
/** Names as short as `HOST` and `PORT` may be anybody's in lower case. */
const minLength = 6;
/** A name as long as this, with one wrong letter, is nobody else's. */
const longEnoughForATypo = 8;

/**
 * Names in the environment that are no setting and look like one: a misspelt setting would be ignored otherwise, and the
 * server would run with a default that nobody wanted. An empty variable is absent, under any name.
 */
export function unknownNames(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => !settings.has(name) && !isOfOthers(name, env[name] ?? ''))
    .map((name) => faultOf(name, env))
    .filter((fault) => fault !== null);
}

/** The command line, the tests of this repository, and what Kubernetes injects into every pod beside a service that is called `kunci…`. */
function isOfOthers(name: string, value: string): boolean {
  const isServiceAddress = /^[A-Z0-9_]+_PORT(_\d+_(TCP|UDP|SCTP))?$/.test(name) && /^[a-z]+:\/\//.test(value);
  return (
    value === '' ||
    clientSettingNames.includes(name) ||
    name.startsWith('KUNCI_TEST_') ||
    /_SERVICE_(HOST|PORT)(_|$)/.test(name) ||
    /_PORT_\d+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR)$/.test(name) ||
    isServiceAddress
  );
}

function faultOf(name: string, env: Environment): string | null {
  const meant = /^kunci[_.-]/i.test(name) ? guess(name, 1) : nearMiss(name, env);
  if (meant !== null) return `${name} is not a setting of Kunci; did you mean ${meant}?`;
  const unreadable = notReadFromAFile(name);
  if (unreadable !== null) return `${name} is not a setting of Kunci; only ${unreadable} itself can be set`;
  return /^kunci[_.-]/i.test(name) ? `${name} is not a setting of Kunci` : null;
}

/** What a name without our prefix is a misspelling of, unless it may well be another program's. */
function nearMiss(name: string, env: Environment): string | null {
  const letters = lettersOf(name);
  if (letters.length >= minLength) return guess(name, longEnoughForATypo);
  const meant = settingNames.find((setting) => lettersOf(setting) === letters) ?? null;
  return meant === null || env[meant] ? null : meant;
}

/** @param typoFrom how many letters a name needs for one that is wrong, missing or too many to be seen as a typing error. */
function guess(name: string, typoFrom: number): string | null {
  const letters = lettersOf(name);
  const bare = letters.replace(/^KUNCI/, '');
  const all = [...settings];
  const same = (text: string) => all.find((setting) => lettersOf(setting) === text);
  const prefixForgotten = secretNames.find((setting) => lettersOf(setting) === `KUNCI${letters}`);
  const found = same(letters) ?? prefixForgotten ?? (bare === letters ? undefined : same(bare));
  if (found !== undefined) return found;
  if (letters.length < typoFrom) return null;
  return all.find((setting) => isLong(setting) && isOneEdit(lettersOf(setting), letters)) ?? null;
}

const secretNames = [...secretSettings, ...optionalSecrets].flatMap((name) => [name, fileName(name)]);

function isLong(setting: string): boolean {
  return lettersOf(setting).length >= longEnoughForATypo;
}

/** `PORT_FILE` may be another program's; `LOG_LEVEL_FILE` is somebody's hope that every setting has one. */
function notReadFromAFile(name: string): string | null {
  const setting = settingNames.find((one) => lettersOf(fileName(one)) === lettersOf(name)) ?? null;
  return setting === null || lettersOf(setting).length < minLength ? null : setting;
}

function lettersOf(name: string): string {
  return name.replaceAll(/[_.-]/g, '').toUpperCase();
}
