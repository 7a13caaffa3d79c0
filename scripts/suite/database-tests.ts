import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config.ts'

/** How a test asks for a database of whichever engine the run is about (test/database.ts, test/booking-database.ts). */
const asksForOne = /\b(testDatabase|bookingDatabase|databaseOfProcesses)\(/

/** The test files that ask for a database, and so run once on each engine. */
export function databaseTests(root: string = projectRoot()): string[] {
  return ['src', 'test'].flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true }) as string[])
      .map((path) => join(folder, path))
      .filter((path) => path.endsWith('.test.ts') && asksForOne.test(readFileSync(join(root, path), 'utf8')))
      .sort(),
  )
}
