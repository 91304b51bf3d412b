import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const pure = 'Rules are pure: time, the calendar and the city’s data come in as arguments.'

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.cache/**',
      '**/node_modules/**',
      '.data/**',
      'tests/weapp/harness/fixture/**',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `_name` says: taken out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Texts are measured in code points, as the forms and WeChat count them.
      '@typescript-eslint/no-misused-spread': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['portal-api/src/**/rules/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testSupport.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: pure },
        { name: 'fetch', message: pure },
        { name: 'setTimeout', message: pure },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: pure },
        { object: 'Math', property: 'random', message: pure },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure },
        {
          selector: ':function[async=true]',
          message: 'Rules decide at once; waiting belongs to the shells.',
        },
        { selector: 'AwaitExpression', message: 'Rules decide at once; waiting belongs to the shells.' },
      ],
    },
  },
  { files: ['miniapp/**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'],
    rules: {
      // Answers over the wire and looked-up list items are asserted, not narrowed.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
