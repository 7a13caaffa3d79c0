import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Engine } from './engine.ts'

/**
 * Where the empty cluster lies that new ones are copied from: a folder in .cache, one for each version of the engine,
 * made by the build or else by the first start.
 */
export function engineTemplate(root: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return join(root, '.cache', `engine-${dependencies['@electric-sql/pglite']}`)
}

/** Makes the template unless it is there. Several processes may do so at once: the first one's stays. */
export async function makeTemplate(template: string): Promise<void> {
  if (existsSync(template)) return
  const building = `${template}.${process.pid}`
  await mkdir(dirname(template), { recursive: true })
  try {
    await initialise(building)
    await rename(building, template)
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

/** Makes an empty cluster in a folder that does not exist. */
export async function initialise(folder: string): Promise<void> {
  const engine = await Engine.start({ folder })
  await engine.close()
}
