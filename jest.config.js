/** Jest in ESM mode; workspaces resolve to their sources through the `source` export condition. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
];

const common = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/'],
};

/** What needs a PostgreSQL server. */
const DATABASE = ['browser', 'e2e', 'migrations', 'reliability', 'start', 'tenants'];

/**
 * Two projects: what needs no database starts none.
 * @type {import('jest').Config}
 */
export default {
  // The machine's last core is not kept free: small machines have two.
  maxWorkers: '100%',
  // Not what anything should take: when a test that hangs is given up, on a busy machine too.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/*/test/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: [`<rootDir>/test/(${DATABASE.join('|')})/`],
    },
    {
      ...common,
      displayName: 'database',
      testMatch: [`<rootDir>/test/{${DATABASE.join(',')}}/**/*.spec.ts`],
      globalSetup: '<rootDir>/test/support/start-database-server.mjs',
      globalTeardown: '<rootDir>/test/support/stop-database-server.mjs',
    },
  ],
};
