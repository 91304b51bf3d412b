// One run for everything below the app: `npx jest <path>` runs a part of it.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const project = (displayName, roots, extra = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: roots.map((r) => `<rootDir>/${r}`),
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.[jt]sx?$': swc },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  ...extra,
})

/** `qr`, with which tests read codes, is published as ES modules alone. */
const WITH_QR = { transformIgnorePatterns: ['/node_modules/(?!qr/)'] }

module.exports = {
  // Waits are on conditions; this only ends what would never come, on slow machines too.
  testTimeout: 60_000,
  projects: [
    project('shared-types', ['shared-types/src']),
    project('portal-api', ['portal-api/src']),
    project('mock', ['mock']),
    project('integration', ['tests/integration']),
    project('contract', ['tests/contract']),
    project('weapp', ['tests/weapp'], WITH_QR),
    project('e2e', ['tests/e2e'], WITH_QR),
    require('./miniapp/jest.config.cjs'),
  ],
}
