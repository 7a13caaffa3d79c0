import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { Problem } from '#shared/problem.ts'
import { dayAfter, momentOf } from '#shared/day.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { takeRequest } from '../../src/modules/bookings/take.actions.ts'
import { systemOf, type Parts } from '../../src/main/contexts.ts'
import { quantile } from '../claims.ts'
import { CLUSTER, FIRST_SCHOOL, VENUE } from './ground.ts'

export const CLIENTS = 64
export const ATTEMPTS = 10_000
/** As far as a venue can be booked ahead by default, and the hours of its day. */
const DAYS = 115
const [OPENS, HOURS] = [8, 12]
const START = '2026-12-01'

/** What came of many who want the same. */
export interface Fought {
  perSecond: number
  /** Milliseconds of the slowest hundredth. */
  p99: number
  won: number
  lost: number
  /** Errors that are no plain "taken": dead-locks among them. */
  failed: string[]
}

interface Attempt {
  day: string
  hour: number
}

/** The same attempts for both: an hour of a day on which the venue is open; seven of eight find it taken. */
function attempts(): Attempt[] {
  let seed = 7
  const next = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
  return Array.from({ length: ATTEMPTS }, () => ({ day: dayAfter(START, next(DAYS)), hour: OPENS + next(HOURS) }))
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Sixty-four clients book one venue as the product books it: hold, rules, row. */
export async function fightForVenue(parts: Parts): Promise<Fought> {
  const system = systemOf(parts)
  const unit = (await system.inContext((ctx) => findUnit(ctx.db, CLUSTER, ctx.today)))!
  const common = { lines: [{ venueId: VENUE, equipment: [] }], purpose: '训练', headCount: 20, classes: '', phone: '' }
  return fight(async ({ day, hour }) => {
    const request = { ...common, day, from: clock(hour), until: clock(hour + 1), userSchoolId: FIRST_SCHOOL + 1 }
    await system.inContext((ctx) => takeRequest(ctx, unit, request))
    return true
  })
}

/** The same with nothing but the constraint: what the database can do at most. */
export async function fightBare(database: Database): Promise<Fought> {
  await database.transact('owner', async (db) => {
    await sql`create table bookings.bare (district_id int not null, booking_id uuid not null, venue_id uuid not null, during tstzrange not null,
      primary key (district_id, booking_id), exclude using gist (district_id with =, venue_id with =, during with &&))`.execute(
      db,
    )
  })
  return fight(({ day, hour }) =>
    database.transact('owner', async (db) => {
      const [from, until] = [momentOf(day, clock(hour)), momentOf(day, clock(hour + 1))]
      const { rows } =
        await sql`insert into bookings.bare values (310112, gen_random_uuid(), ${VENUE}, tstzrange(${from}, ${until}))
        on conflict do nothing returning booking_id`.execute(db)
      return rows.length > 0
    }),
  )
}

async function fight(attempt: (one: Attempt) => Promise<boolean>): Promise<Fought> {
  const waiting = attempts()
  const times: number[] = []
  const result = { won: 0, lost: 0, failed: [] as string[] }
  const client = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const began = performance.now()
      const outcome = await attempt(one).catch((error: unknown) => error)
      times.push(performance.now() - began)
      if (outcome === true) result.won += 1
      else if (outcome === false || (outcome instanceof Problem && outcome.code === 'bookings.taken')) result.lost += 1
      else result.failed.push(String(outcome))
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return { ...result, perSecond: ATTEMPTS / ((performance.now() - began) / 1000), p99: quantile(times, 0.99) }
}

/** Bookings of which two meet, counted from their rows and not by the constraint. */
export async function countOverlaps(database: Database): Promise<number> {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ n: number }>`select count(*)::int as n from bookings.booking a join bookings.booking b
      on a.venue_id = b.venue_id and a.id < b.id and a.from_at < b.until_at and b.from_at < a.until_at`.execute(db),
  )
  return rows[0]!.n
}
