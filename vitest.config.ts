import { defineConfig } from 'vitest/config'

/**
 * The files of one worker share what they import: the whole product is loaded twice and not three hundred times, which
 * took more time than the tests. A test therefore leaves nothing behind in a module or in the process's settings.
 * PGlite takes seconds to boot on two busy cores; vitest's own limit for hooks is 10 s.
 */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    hookTimeout: 120_000,
    testTimeout: 30_000,
    maxWorkers: 2,
    isolate: false,
  },
})
