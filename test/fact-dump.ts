import { sql } from 'kysely'
import type { System } from '#platform/cli.ts'
import { freshen } from '#modules/assessment/counter.actions.ts'

/** Whatever an import writes and its undo gives back; counters are recounted first where they are stale. */
const tables = [
  'organizations.unit',
  'organizations.membership',
  'organizations.roster',
  'organizations.school_profile',
  'organizations.school_class',
  'people.teacher_year',
  'mobility.rotation',
  'teaching_research.studio',
  'teaching_research.activity',
  'teaching_research.mentoring',
  'courses.course',
  'venues.venue_use',
  'assessment.appraisal',
  'assessment.counter',
  'platform.recorded',
  'transfer.overwritten',
]

/** Every row of every fact, byte for byte, by table. */
export function dumpFacts(system: System): Promise<Record<string, string[]>> {
  return system.inContext(async (ctx) => {
    const { rows: districts } = await sql<{ id: number }>`
      select id from organizations.unit where kind = 'district'`.execute(ctx.db)
    await freshen(
      ctx,
      districts.map(({ id }) => id),
    )
    const dump: Record<string, string[]> = {}
    for (const name of tables) {
      const { rows } = await sql<{ line: string }>`
        select to_jsonb(t)::text as line from ${sql.table(name)} t order by 1`.execute(ctx.db)
      dump[name] = rows.map(({ line }) => line)
    }
    return dump
  })
}
