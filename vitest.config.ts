import { defineConfig } from 'vitest/config'

/** PGlite takes seconds to boot on two busy cores; vitest's own limit for hooks is 10 s. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    hookTimeout: 120_000,
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
