import tseslint from 'typescript-eslint'

const pages = [
  'src/**/web/**',
  'src/**/phone/**',
  'src/ui/**',
  'src/main/web.tsx',
  'src/main/phone.tsx',
  'src/main/screens.ts',
  'src/main/pages/**',
]
const tests = ['**/*.test.ts', '**/*.test.tsx', 'test/**', 'e2e/**', 'bench/**']
const length = (max) => ['error', { max, skipBlankLines: true, skipComments: true }]

/** What the clock or chance decides cannot be a rule: both come in as facts. */
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The day comes in as a fact.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The day comes in as a fact.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes in as a fact.',
  },
]

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'data/', '.cache/', 'test-results/', 'playwright-report/', 'test/planted/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    rules: {
      complexity: ['error', 15],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-depth': ['error', 4],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': length(40),
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.server.json', 'tsconfig.web.json', 'tsconfig.journeys.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/only-throw-error': [
        'error',
        // The router's own way to say where to go instead.
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: pages, rules: { 'max-lines-per-function': length(120), complexity: ['error', 20] } },
  { files: tests, rules: { 'max-lines-per-function': 'off', '@typescript-eslint/only-throw-error': 'off' } },
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'max-lines': ['error', { max: 400 }] } },
  { files: ['**/*.gen.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/modules/*/*.{rules,access,contract}.ts', 'src/modules/*/problems.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
)
