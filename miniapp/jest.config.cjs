const path = require('node:path')

const stub = (name) => path.join(__dirname, 'test-stubs', name)

/** Tests of the app's own logic and of single components, in a browser-like environment without Taro's runtime. */
module.exports = {
  displayName: 'miniapp',
  rootDir: path.join(__dirname, '..'),
  roots: ['<rootDir>/miniapp/src'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // Published as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!qr/)'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  globals: { API_ORIGIN: 'http://portal.test' },
  moduleNameMapper: {
    '^@tarojs/taro$': stub('taro.ts'),
    '\\.(scss|css)$': stub('styles.ts'),
  },
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
}
