import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { dayAfter } from '#shared/day.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { searchFree } from '../../src/modules/bookings/search.actions.ts'
import { systemOf, type Parts } from '../../src/main/contexts.ts'
import { quantile, timed } from '../claims.ts'
import { CLUSTER, DISTRICT, FIRST_SCHOOL } from './ground.ts'

/** Half a million bookings of an hour or two, spread over the venues and two hundred days. */
export async function fill(database: Database, bookings: number): Promise<void> {
  await database.transact('owner', async (db) => {
    await sql`insert into bookings.hold (district_id, booking_id, venue_id, during)
      select ${DISTRICT}::int, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 3000)::text, 12, '0'))::uuid,
        tstzrange(t.at, t.at + make_interval(hours => 1 + n % 2))
      from generate_series(0, ${bookings}::int - 1) n
      cross join lateral (select timestamptz '2026-11-01 08:00+08' + make_interval(days => (n / 3000) % 84, hours => (n / 3000) / 84 * 3 + n % 2) as at) t
      on conflict do nothing`.execute(db)
  })
  await database.maintain('analyze')
}

/** "What is free on that day from 14 to 16 for 40 within 3 km", asked of all venues at once: milliseconds, and what was found. */
export async function searches(parts: Parts): Promise<{ p95: number; median: number; free: number; busy: number }> {
  const system = systemOf(parts)
  const unit = (await system.inContext((ctx) => findUnit(ctx.db, CLUSTER, ctx.today)))!
  let found = { free: 0, busy: 0 }
  const times = await timed(
    60,
    async (run) => {
      const query = { day: dayAfter('2026-12-01', Math.abs(run) % 40), from: '14:00', until: '16:00', people: 40, within: 3, near: FIRST_SCHOOL + (Math.abs(run) % 36) } // prettier-ignore
      const reply = await system.inContext((ctx) => searchFree(ctx, unit, query))
      found = { free: reply.free.length, busy: reply.busy.length }
    },
    5,
  )
  return { p95: quantile(times, 0.95), median: quantile(times, 0.5), ...found }
}
