import { defineConfig } from 'vitest/config'

/** What LibreOffice and khal make of our files: it needs programs that not every machine has, so it is a step of its own. */
export default defineConfig({
  test: { include: ['test/office/**/*.office.ts'], hookTimeout: 180_000, testTimeout: 120_000, maxWorkers: 1 },
})
