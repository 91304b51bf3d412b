/** The house's walls: who may import whom. A breach fails the build. */
const rules = '^portal-api/src/.+/rules/'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules/ imports only rules/, the vocabulary, and types of the cities’ data',
      severity: 'error',
      from: { path: rules, pathNot: '(\\.test|testSupport)\\.ts$' },
      to: {
        pathNot: [rules, '^shared-types/src/vocabulary/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-stay-home',
      comment: 'a store is used by its own module and wired in compose.ts; others may name its types',
      severity: 'error',
      from: { path: '^portal-api/src/([^/]+)/', pathNot: '(\\.test|testSupport)\\.ts$' },
      to: {
        path: '^portal-api/src/[^/]+/.*\\.store\\.ts$',
        pathNot: '^portal-api/src/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'app-and-mock-do-not-know-the-portal',
      severity: 'error',
      from: { path: '^(miniapp|mock)/' },
      to: { path: '^portal-api/' },
    },
    {
      name: 'portal-does-not-know-the-outside',
      severity: 'error',
      from: { path: '^portal-api/' },
      to: { path: '^(mock|miniapp|tests)/' },
    },
    {
      name: 'shared-types-imports-nobody',
      severity: 'error',
      from: { path: '^shared-types/' },
      to: { path: '^(portal-api|miniapp|mock|tests)/' },
    },
    {
      name: 'vocabulary-is-words-only',
      comment: 'dayjs says dates; nothing else comes in, zod least of all',
      severity: 'error',
      from: { path: '^shared-types/src/vocabulary/', pathNot: '(\\.test|testSupport)\\.ts$' },
      to: { pathNot: ['^shared-types/src/vocabulary/', 'node_modules/dayjs/'] },
    },
    {
      name: 'no-unknown-modules',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|node_modules)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.h5.ts', '.js', '.json', '.mjs'],
    },
  },
}
