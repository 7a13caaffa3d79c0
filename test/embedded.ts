import type { Database } from '#platform/database/database.ts'
import type { Migration } from '#platform/database/migrate.ts'

export async function embeddedTestDatabase(_migrations: readonly Migration[], _fingerprint: string): Promise<Database> {
  throw new Error('set TEST_DATABASE_URL')
}
