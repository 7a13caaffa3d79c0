import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { databaseOnEngine } from '#platform/database/embedded.ts'
import { Engine } from '#platform/database/engine.ts'
import { migrate, type Migration } from '#platform/database/migrate.ts'
import { newId } from '#platform/ids.ts'

/**
 * A migrated, empty database in memory, on the same engine and through the same driver as the product's. The migrated
 * image is kept in .cache, so that only the first test after a change of the migrations waits for them.
 */
export async function embeddedTestDatabase(migrations: readonly Migration[], fingerprint: string): Promise<Database> {
  const image = join(projectRoot(), '.cache', `test-${fingerprint}.tar`)
  if (!existsSync(image)) await makeImage(image, migrations)
  return databaseOnEngine(await Engine.start({ image }))
}

/** Two test workers may do this at once: each writes a file of its own, and renaming is atomic. */
async function makeImage(image: string, migrations: readonly Migration[]): Promise<void> {
  const folder = join(projectRoot(), '.cache')
  await mkdir(folder, { recursive: true })
  const engine = await Engine.start({})
  const database = databaseOnEngine(engine)
  await migrate(database, migrations)
  const own = `${image}.${newId()}`
  await writeFile(own, await engine.image())
  await database.close()
  await rename(own, image)
  for (const old of imagesOfOtherDays(folder)) await rm(old, { force: true })
}

const DAY_MS = 86_400_000

/** Images of migrations that were edited since; another run may still read the younger ones. */
const imagesOfOtherDays = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('test-'))
    .map((name) => join(folder, name))
    .filter((path) => Date.now() - statSync(path).mtimeMs > DAY_MS)
