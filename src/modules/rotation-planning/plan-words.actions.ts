import { within } from '#shared/access.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { listTeacherNames } from '#modules/people/index.ts'
import type { Bend as Found } from './engine/conflict.ts'
import type { Bend } from './plan.contract.ts'
import { schoolNames } from './season.load.ts'
import type { SeasonRow } from './season.sql.ts'

export interface Named {
  name: string
  pinyin: string
  masked: boolean
  schoolId: number
}

/** Names of teachers of a season, masked where the reader may not know them. */
export async function namesOf(
  ctx: Context,
  season: SeasonRow,
  teacherIds: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (teacherIds.length === 0) return new Map()
  const found = await listTeacherNames(ctx.db, [season.districtId], [...new Set(teacherIds)], season.schoolYear)
  return new Map(
    found.map(({ teacherId, name, pinyin, ...at }) => {
      const masked = !within(ctx.actor.names, at)
      return [teacherId, { name: masked ? maskName(name) : name, pinyin, masked, schoolId: at.schoolId }]
    }),
  )
}

/** The rules that contradict each other, with names where it is about teachers or schools. */
export async function bendsTold(ctx: Context, season: SeasonRow, conflict: unknown): Promise<Bend[] | null> {
  if (!conflict) return null
  const bends = conflict as Found[]
  const names = await namesOf(
    ctx,
    season,
    bends.flatMap((bend) => ('teachers' in bend ? bend.teachers : [])),
  )
  const schools = await schoolNames(ctx, season)
  return bends.map((bend): Bend => {
    if ('could' in bend) return bend
    if ('teachers' in bend)
      return { rule: bend.rule, teachers: bend.teachers.flatMap((id) => told(id, names, schools)) }
    if (!('schools' in bend)) return bend
    return {
      rule: bend.rule,
      schools: bend.schools.map(({ school, ...one }) => ({ ...one, schoolName: schools.get(school) ?? '' })),
    }
  })
}

function told(teacherId: string, names: ReadonlyMap<string, Named>, schools: ReadonlyMap<number, string>) {
  const found = names.get(teacherId)
  return found ? [{ teacherId, name: found.name, schoolName: schools.get(found.schoolId) ?? '' }] : []
}
