import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository';
import { scratchTree } from './scratch-tree';
import { runTool } from './tool';

const syntax = 'no-restricted-syntax';
const properties = 'no-restricted-properties';
const typed = (rule: string): string => `@typescript-eslint/${rule}`;

/** Code that breaks a rule on purpose: the rule, where the code stands, and the code. */
const broken: [rule: string, file: string, code: string][] = [
  [syntax, 'src/users/empty-catch.ts', 'try { void 0; } catch { /* only a comment */ }'],
  [syntax, 'src/users/manager.ts', 'export class UserManager { name = 1; }'],
  [syntax, 'libs/permissions/util.ts', 'export const it = class PermissionUtil { name = 1; };'],
  [
    syntax,
    'src/users/nine.ts',
    'export class Nine { constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1, readonly g: 1, readonly h: 1, readonly i: 1) {} }',
  ],
  [syntax, 'src/users/forward.ts', "export { forwardRef } from '@nestjs/common';"],
  [syntax, 'src/users/new-date.ts', 'export const at = (): Date => new Date();'],
  [syntax, 'src/users/users.spec.ts', 'export const at = (): Date => new Date();'],
  [syntax, 'src/platform/config/new-date.ts', 'export const at = (): Date => new Date();'],
  [properties, 'src/users/now.ts', 'export const at = (): number => Date.now();'],
  [properties, 'src/users/random.ts', 'export const dice = (): number => Math.random();'],
  [properties, 'test/support/random.ts', 'export const dice = (): number => Math.random();'],
  [properties, 'src/users/environment.ts', "export const port = process.env['PORT'];"],
  [properties, 'src/platform/clock.spec.ts', "export const zone = process.env['TZ'];"],
  [properties, 'libs/api-key/environment.ts', 'export const { env } = process;'],
  ['no-restricted-imports', 'src/users/environment-import.ts', "export { env } from 'node:process';"],
  ['max-lines', 'src/users/long.ts', `${'// on\n'.repeat(250)}export const end = 1;`],
  [
    'max-lines-per-function',
    'libs/api-key/long.ts',
    `export function long(): void {\n${'  void 0;\n'.repeat(30)}}`,
  ],
  [typed('no-explicit-any'), 'src/users/any.ts', 'export const it = (thing: any): string => String(thing);'],
  [
    typed('no-non-null-assertion'),
    'src/users/bang.ts',
    'export const first = (names: string[]): string => names[0]!;',
  ],
  [
    typed('no-floating-promises'),
    'src/users/floating.ts',
    'export function go(): void { Promise.resolve(1); }',
  ],
  [
    typed('no-empty-function'),
    'src/users/swallow.ts',
    'export const quiet = (act: Promise<1>): Promise<unknown> => act.catch(() => {});',
  ],
  [
    typed('switch-exhaustiveness-check'),
    'src/users/switch.ts',
    "export function say(kind: 'a' | 'b'): void { switch (kind) { case 'a': return; } }",
  ],
  [
    'react-hooks/rules-of-hooks',
    'console/src/shell/hooks.tsx',
    "import { useState } from 'react';\nexport function Bar({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}",
  ],
  [
    typed('no-explicit-any'),
    'console/src/shell/any.tsx',
    'export const say = (it: any) => <b>{String(it)}</b>;',
  ],
  [properties, 'console/src/api/random.ts', 'export const dice = (): number => Math.random();'],
  [
    'max-lines-per-function',
    'console/src/api/long.ts',
    `export function long(): void {\n${'  void 0;\n'.repeat(30)}}`,
  ],
  [
    'max-lines-per-function',
    'console/src/shell/long.tsx',
    `export function Long() {\n${'  void 0;\n'.repeat(60)}  return null;\n}`,
  ],
];

/** Code that stands near a fence, and on the right side. */
const sound: [file: string, code: string][] = [
  ['src/platform/config/environment.ts', "export const port = process.env['PORT'];"],
  [
    'src/platform/clock.ts',
    'export const clock = { now: (): Date => new Date(), ms: (): number => Date.now() };',
  ],
  ['test/support/now.ts', "export const at = new Date(); export const ci = process.env['CI'];"],
  ['src/users/given-time.ts', 'export const at = (ms: number): Date => new Date(ms);'],
  [
    'src/users/eight.ts',
    'export class Eight { constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1, readonly g: 1, readonly h: 1) {} }',
  ],
  [
    'src/users/users.module.ts',
    "import { Module } from '@nestjs/common';\n@Module({})\nexport class UsersModule {}",
  ],
  [
    'src/users/injected.ts',
    "import { Injectable } from '@nestjs/common';\nimport { Eight } from './eight';\n@Injectable()\nexport class Users { constructor(readonly eight: Eight) {} }",
  ],
  ['src/users/number.ts', 'export const say = (count: number): string => `${count} keys`;'],
  ['src/migrations/0001-all.ts', `${'// on\n'.repeat(250)}export const end = 1;`],
  ['console/src/shell/now.ts', 'export const year = (): number => new Date().getFullYear();'],
  [
    'console/src/shell/component.tsx',
    `export function Component() {\n${'  void 0;\n'.repeat(50)}  return null;\n}`,
  ],
  ['src/users/long.spec.ts', `${'// on\n'.repeat(250)}export const end = 1;`],
];

const consoleSettings = [
  'console/tsconfig.json',
  readFileSync(path.join(root, 'console/tsconfig.json'), 'utf8'),
];

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

describe('the lint rules of the house', () => {
  const tree = scratchTree(
    Object.fromEntries([...broken.map(([, file, code]) => [file, code]), ...sound, consoleSettings]),
  );
  const rulesByFile = new Map<string, unknown>();

  beforeAll(() => {
    const args = ['.', '--config', path.join(root, 'eslint.config.mjs'), '--format', 'json'];
    for (const { filePath, messages } of runTool('eslint', args, tree.directory) as LintResult[]) {
      const rules = new Set(messages.map(({ ruleId }) => ruleId));
      rulesByFile.set(path.relative(tree.directory, filePath), [...rules]);
    }
  });
  afterAll(tree.remove);

  it.each(broken)('%s refuses %s', (rule, file) => {
    expect(rulesByFile.get(file)).toEqual([rule]);
  });

  it.each(sound)('allow %s', (file) => {
    expect(rulesByFile.get(file)).toEqual([]);
  });
});
