import { sql } from 'kysely'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { System } from '#platform/cli.ts'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { systemOf } from '../src/main/contexts.ts'
import { modules } from '../src/main/modules.ts'

const policies = readPolicies(projectRoot())

/** The product as commands see it, over a test's database: with its districts, without units. */
export async function ledgerSystem(database: Database): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yanzhen-ledger-'))
  const system = systemOf({ database, policies, config: { ...readConfig({}), dataDir } })
  await system.inContext(async (ctx) => {
    for (const { prepare } of modules) await prepare?.(ctx)
  })
  return system
}

const code = (column: string) => `(select code from organizations.unit where id = ${column})`
const staffNo = (column: string) => `(select min(staff_no) from people.teacher_year w where w.teacher_id = ${column})`

/** Every fact of every ledger, with codes and staff numbers for ids: two databases that say the same give the same. */
const tables: Record<string, string> = {
  schools: `select ${code('school_id')}, p.name, p.short_name, kind, ownership, campuses, pupils, p.longitude, p.latitude, school_year
    from organizations.school_profile p`,
  members: `select ${code('school_id')}, role, from_day, until_day from organizations.membership`,
  teachers: `select staff_no, school_year, ${code('school_id')}, name, gender, born_on, stage, subject, title, backbone,
    subject_leader, joined_on, declared_eligible, eligible from people.teacher_year`,
  rotations: `select ${staffNo('teacher_id')}, school_year, ${code('school_id')}, ${code('from_school_id')} as from_school,
    ${code('to_school_id')} as to_school, form, start_on, end_on, group_no, status from mobility.rotation`,
  studios: `select school_year, kind, name, ${code('school_id')} from teaching_research.studio`,
  courses: `select school_year, c.code as course, name, stage, ${code('school_id')} as school, co_built, featured, exported,
    benefiting_students, array(select ${code('p')} from unnest(partner_school_ids) p order by 1) from courses.course c`,
  activities: `select school_year, held_on, union_name, theme, form, ${code('school_id')}, ${staffNo('lecturer_id')}
    from teaching_research.activity`,
  mentorings: `select school_year, ${staffNo('mentor_id')} as mentor, ${staffNo('mentee_id')} as mentee, subject,
    ${code('school_id')} as school, ${code('mentor_school_id')} as mentor_school from teaching_research.mentoring`,
  uses: `select school_year, used_on, venue_name, venue_kind, ${code('school_id')} as giver, ${code('user_school_id')} as taker,
    head_count from venues.venue_use`,
  appraisals: `select school_year, ${code('school_id')}, grade from assessment.appraisal`,
}

export async function allFacts(system: System): Promise<Record<string, string[]>> {
  return system.inContext(async ({ db }) => {
    const facts: Record<string, string[]> = {}
    for (const [name, query] of Object.entries(tables)) {
      const { rows } = await sql<{
        line: string
      }>`select row_to_json(t)::text as line from (${sql.raw(query)}) t`.execute(db)
      facts[name] = rows.map(({ line }) => line).sort()
    }
    return facts
  })
}

/** Every text of every table, to search what must not be stored. */
export async function everythingStored(system: System): Promise<string> {
  return system.inContext(async ({ db }) => {
    const { rows: names } = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db)
    const texts: string[] = []
    for (const { name } of names) {
      const { rows } = await sql<{ line: string }>`select row_to_json(t)::text as line from ${sql.raw(name)} t`.execute(
        db,
      )
      texts.push(...rows.map(({ line }) => line))
    }
    return texts.join('\n')
  })
}
