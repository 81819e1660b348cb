import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Libraries that run anywhere: no framework, database, PDF, Node, clock, environment or chance. */
const PURE = [
  'access',
  'audit',
  'classification',
  'conformity',
  'consent',
  'contract',
  'disclosure',
  'evaluation',
  'identifiers',
  'kernel',
  'localisation',
  'outcomes',
  'report',
  'scoring',
  'simulation',
  'survey',
];
const pureSources = PURE.map((lib) => `libs/${lib}/src/**/*.ts`);

const layer = (group, message) => ({ group, message });
const UPWARD = layer(
  ['**/apps/**', '@sukoyaka/api', '@sukoyaka/cli', '**/test/**', '@sukoyaka/testing'],
  'Libraries know nothing of applications and tests.',
);
const INTERNALS = layer(
  ['@sukoyaka/*/src/**', '@sukoyaka/*/dist/**', '**/libs/**'],
  'A library is used through what its package exports.',
);
const ORM = layer(['typeorm', 'pg'], 'Only libs/persistence speaks to the database.');
const PDF = layer(['pdfkit', 'fontkit'], 'Only libs/typesetting draws.');
const MACHINE = layer(
  ['node:*', 'fs', 'path', 'crypto', '@nestjs/*', 'fastify', 'reflect-metadata', 'class-*'],
  'Pure libraries know neither Node nor a framework.',
);
const BROWSER = layer(
  ['node:*', '@nestjs/*', 'fastify', '@sukoyaka/*'],
  'Pages run in the browser, which loads the files of their folder and no package.',
);
const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const IMPURE = 'Pure libraries get time, chance and surroundings as parameters.';

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', 'coverage/**', '.sukoyaka/**'],
  },
  js.configs.recommended,
  importX.flatConfigs.recommended,
  {
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          conditionNames: ['source', 'types', 'import', 'node', 'default'],
          extensionAlias: { '.js': ['.ts', '.js'] },
          extensions: ['.ts', '.js', '.mjs', '.json'],
        }),
      ],
      'import-x/extensions': ['.ts', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-extraneous-dependencies': 'off',
      // The compiler does these, and knows the types.
      'import-x/named': 'off',
      'import-x/namespace': 'off',
      'import-x/default': 'off',
      'import-x/no-named-as-default': 'off',
      'import-x/no-named-as-default-member': 'off',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Texts in three scripts are cut and cleaned by code points, marks and controls included.
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Plain objects are answers of declared shapes, and early returns of what returns nothing.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // A module of Nest is a class without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['libs/*/src/**/*.ts', 'migrations/*.ts', 'locales/*.ts'],
    rules: restricted(UPWARD, INTERNALS, ORM, PDF),
  },
  {
    files: ['libs/persistence/src/**/*.ts', 'migrations/*.ts'],
    rules: restricted(UPWARD, INTERNALS, PDF),
  },
  { files: ['libs/testing/src/**/*.ts'], rules: restricted(INTERNALS, PDF) },
  { files: ['libs/typesetting/src/**/*.ts'], rules: restricted(UPWARD, INTERNALS, ORM) },
  { files: ['apps/*/src/**/*.ts', 'tools/**/*.ts'], rules: restricted(INTERNALS, ORM, PDF) },
  {
    files: ['apps/api/pages/src/**/*.ts'],
    rules: restricted(UPWARD, INTERNALS, ORM, PDF, BROWSER),
  },
  {
    files: pureSources,
    rules: {
      ...restricted(UPWARD, INTERNALS, ORM, PDF, MACHINE),
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'no-restricted-globals': ['error', 'process', 'performance', 'crypto', 'fetch', 'window'].map(
        (each) => (each === 'error' ? each : { name: each, message: IMPURE }),
      ),
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: IMPURE,
        },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: IMPURE },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: IMPURE },
      ],
    },
  },
  {
    files: ['**/test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'setInterval', 'clearInterval'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  prettier,
);
