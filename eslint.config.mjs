import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const specs = '**/*.spec.{ts,tsx}';
const clockFiles = ['src/platform/clock.ts', 'src/platform/clock.spec.ts', 'packages/sdk/src/clock.ts'];
const configFiles = ['src/platform/config/**'];
const frozenOrGenerated = [
  'src/migrations/**',
  '**/generated/**',
  '**/*.generated.ts',
  'libs/sdk/openapi.d.ts',
  'libs/sdk/schemas.ts',
  'libs/sdk/idempotent-posts.ts',
];

/** What the house forbids by shape. ESLint replaces such a list rather than adding to it, so each use names its parts. */
const never = [
  {
    selector:
      ':matches(ClassDeclaration, ClassExpression)[id.name=/(Manager|Helper|Util|Base|Impl|Common)$/]',
    message: 'The name says nothing. What is the idea?',
  },
  {
    selector: 'MethodDefinition[kind="constructor"][value.params.length>8]',
    message: 'A constructor takes at most eight things.',
  },
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'No catch is empty.' },
  {
    selector: 'Identifier[name="forwardRef"]',
    message: 'The idea that needs the arrow turned round sits in the wrong place.',
  },
];
const wallClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes from Clock.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes from Clock.' },
];

/** What the scripts that are plain JavaScript may take from Node without importing it; TypeScript knows by itself. */
const nodeGlobals = [
  'require',
  'module',
  '__dirname',
  'process',
  'console',
  'URL',
  'setTimeout',
  'clearTimeout',
];

const randomness = { object: 'Math', property: 'random', message: 'Randomness comes from node:crypto.' };
const now = { object: 'Date', property: 'now', message: 'Time comes from Clock.' };
const environment = {
  object: 'process',
  property: 'env',
  message: 'Only platform/config reads the environment.',
};
const environmentImports = {
  paths: ['node:process', 'process'].map((name) => ({
    name,
    importNames: ['env'],
    message: environment.message,
  })),
};

export default defineConfig(
  { ignores: ['**/dist/', 'data/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-empty': 'error',
      'no-restricted-properties': ['error', randomness],
      'no-restricted-syntax': ['error', ...never],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-function': [
        'error',
        { allow: ['private-constructors', 'protected-constructors'] },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Keys, codes and digests are ASCII, and taken apart by the character.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // TypeORM's rows and Nest's options are plain values of a class's shape, on both sides of a call.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A column typed as a number may arrive as text (bigint on MySQL): Number() is no ornament there.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,js,cjs,mjs}'],
    ignores: [specs, ...frozenOrGenerated],
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ['{src,libs,packages}/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', environmentImports],
      'no-restricted-properties': ['error', randomness, now, environment],
      'no-restricted-syntax': ['error', ...never, ...wallClock],
    },
  },
  {
    files: ['{src,libs,packages}/**/*.ts'],
    ignores: [specs],
    rules: { 'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Hooks are called as React counts them.
    files: ['console/**/*.{ts,mts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // A handler may answer with a promise: React does not wait for it.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['console/**/*.{ts,mts}'],
    ignores: [specs],
    rules: { 'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The markup of a component is long where its thought is short.
    files: ['console/**/*.tsx'],
    ignores: [specs],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: clockFiles,
    rules: {
      'no-restricted-properties': ['error', randomness, environment],
      'no-restricted-syntax': ['error', ...never],
    },
  },
  {
    files: configFiles,
    rules: { 'no-restricted-imports': 'off', 'no-restricted-properties': ['error', randomness, now] },
  },
  {
    // What jest hands out is `any` by its types (`expect.any()`, `response.json()`), and a spec's stand-ins do nothing.
    files: [specs, 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Zapier wants CommonJS in `.js` files.
    files: ['integrations/zapier/**/*.js'],
    languageOptions: { sourceType: 'commonjs' },
  },
  {
    files: ['**/*.{cjs,mjs}', 'integrations/zapier/**/*.js'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['test/run/*-patience.cjs'], languageOptions: { globals: { jest: 'readonly' } } },
);
