import type { Config } from '#platform/config.ts'
import { migrate, readMigrations, type Migration } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { systemOf, type Parts } from './contexts.ts'
import { modules } from './modules.ts'

/** Opens the installation of a configuration, made if it is not there: policies checked, database migrated, modules prepared. */
export async function openInstallation(config: Config): Promise<Parts> {
  const policies = readPolicies(config.root, measureNames())
  const migrations = allMigrations(config)
  const database = await openDatabase(config)
  try {
    await migrate(database, migrations)
    await prepareModules({ database, config, policies })
    return { database, config, policies }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The migrations of the platform and of every module. */
export const allMigrations = ({ root }: Config): Migration[] =>
  readMigrations(
    root,
    modules.map(({ name }) => name),
  )

async function prepareModules(parts: Parts): Promise<void> {
  await systemOf(parts).inContext(async (ctx) => {
    for (const module of modules) await module.prepare?.(ctx)
  })
}

const measureNames = () => new Set(modules.flatMap(({ measures = [] }) => measures.map(({ name }) => name)))
