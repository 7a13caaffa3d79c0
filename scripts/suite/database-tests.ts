import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config.ts'

/** Whoever takes the test database (or the cast, which stands on it) imports from test/. */
const usesDatabase = { src: /from '(\.\.\/)+test\//, test: /from '\.\// }

/** The test files that speak to a database, and so run once on each engine. */
export function databaseTests(root: string = projectRoot()): string[] {
  return Object.entries(usesDatabase).flatMap(([folder, pattern]) =>
    (readdirSync(join(root, folder), { recursive: true }) as string[])
      .map((path) => join(folder, path))
      .filter((path) => path.endsWith('.test.ts') && pattern.test(readFileSync(join(root, path), 'utf8')))
      .sort(),
  )
}
