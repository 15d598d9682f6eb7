import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { managementPermissions } from '../../libs/permissions/management';
import { servicePermissions } from '../../libs/permissions/service-permissions';

/** Strings by their keys, `ns:key.of.it`, as i18next is asked for them. */
export type Strings = ReadonlyMap<string, string>;

const plural = /_(zero|one|two|few|many|other)$/;

/** What the code asks for: without the plural form, which i18next chooses. */
export const withoutPlural = (key: string): string => key.replace(plural, '');

/** The strings of one language: each file in its folder is a namespace. */
export function stringsIn(folder: string): Strings {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.flatMap((file) => {
      const strings: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      return flattened(`${path.basename(file, '.json')}:`, strings);
    }),
  );
}

function flattened(prefix: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(Object(value)).flatMap(([name, inner]) =>
    flattened(prefix.endsWith(':') ? prefix + name : `${prefix}.${name}`, inner),
  );
}

/** A key that the code asks for. Where the file uses several namespaces it may be in any of them. */
export interface Use {
  readonly file: string;
  readonly anyOf: readonly string[];
}

/**
 * The strings that a file asks for: any text that is `ns:key` by its shape, wherever it stands, and what `t` is given, of the
 * namespaces that `useTranslation` names in that file.
 */
export function usesIn(file: string, text: string, namespaces: readonly string[]): Use[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const own = [...new Set(callsOf('useTranslation', source).flatMap((call) => textsIn(call)))];
  const places = own.length > 0 ? own : namespaces.slice(0, 1);
  const short = [...callsOf('t', source).flatMap((call) => textsIn(call, 1)), ...i18nKeysIn(source)];
  // A permission is spelt alike: `users:read` is one, also where there is a namespace `users`.
  const full = textsIn(source).filter(
    (key) => namespaces.some((name) => key.startsWith(`${name}:`)) && !isPermission(key),
  );
  return [
    ...short
      .filter((key) => !key.includes(':'))
      .map((key) => ({ file, anyOf: places.map((name) => `${name}:${key}`) })),
    // A sentence may hold a colon, too; a key has no blanks.
    ...full.filter((key) => !/\s/.test(key)).map((key) => ({ file, anyOf: [key] })),
  ];
}

/**
 * The strings of a file's own folder that it names without saying of which namespace: `label: 'places.keys'` under `shell/`,
 * which another file hands to `t`. That such a name exists the compiler sees; here it only counts as used.
 */
export function namesIn(file: string, text: string, namespaces: readonly string[]): string[] {
  const own = namespaces.filter((name) => file.split('/').includes(name));
  const texts = own.length > 0 ? textsIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)) : [];
  return own.flatMap((name) => texts.map((key) => `${name}:${key}`));
}

function isPermission(text: string): boolean {
  return [...managementPermissions, ...servicePermissions].some((permission) => permission === text);
}

function nodesOf(node: ts.Node): ts.Node[] {
  const inside: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inside.push(child, ...nodesOf(child)));
  return inside;
}

function callsOf(name: string, source: ts.Node): ts.CallExpression[] {
  return nodesOf(source)
    .filter(ts.isCallExpression)
    .filter(({ expression }) =>
      ts.isIdentifier(expression)
        ? expression.text === name
        : ts.isPropertyAccessExpression(expression) && expression.name.text === name,
    );
}

/** All literal texts inside, or those inside the first arguments of a call: `t(isNew ? 'make' : 'change')` has two. */
function textsIn(node: ts.Node, firstArguments?: number): string[] {
  const where = ts.isCallExpression(node) ? node.arguments.slice(0, firstArguments) : [node];
  return where
    .flatMap((inner) => [inner, ...nodesOf(inner)])
    .filter(ts.isStringLiteralLike)
    .map(({ text }) => text);
}

/** `<Trans i18nKey="…">` */
function i18nKeysIn(source: ts.Node): string[] {
  return nodesOf(source)
    .filter(ts.isJsxAttribute)
    .filter(({ name }) => name.getText() === 'i18nKey')
    .flatMap((attribute) => textsIn(attribute));
}
