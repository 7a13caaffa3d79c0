import type { Database } from '#platform/database/database.ts'
import { insertHours } from './booking-hours.ts'
import { insertVenues } from './booking-world.ts'
import { cast } from './cast.ts'
import { insertCoverWorld } from './cover-world.ts'
import { testDatabase } from './database.ts'

/** A test database with the cast, its teachers, and venues that are open and lend. */
export async function bookingDatabase(): Promise<Database> {
  const database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await insertVenues(database)
  await insertHours(database)
  return database
}
