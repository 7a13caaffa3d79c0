import type { Context } from '#platform/context.ts'
import { noteStale, type FactKey } from '#platform/facts.ts'
import type { TeacherRow } from './teacher.rules.ts'

type YearOfTeacher = Pick<TeacherRow, 'districtId' | 'teacherId' | 'schoolId' | 'schoolYear'>

/** Whose figures a row of the register touches. */
export const keyOf = ({ districtId, schoolId, schoolYear }: Omit<YearOfTeacher, 'teacherId'>): FactKey => ({
  districtId,
  schoolId,
  schoolYear,
  source: 'people.teachers',
})

/**
 * Notes that figures of these teachers' schools must be recounted, and those of schools that count a fact of theirs which
 * looks into the register: a rotation may name another home school than the register has.
 */
export async function noteRegister(ctx: Context, rows: readonly YearOfTeacher[]): Promise<void> {
  if (rows.length === 0) return
  const elsewhere: FactKey[] = []
  for (const { name, countedAt } of ctx.teacherFacts) {
    const found = countedAt && (await ctx.asOwner((db) => countedAt(db, rows)))
    elsewhere.push(...(found ?? []).map((at) => ({ ...at, source: name })))
  }
  await noteStale(ctx.db, [...rows.map(keyOf), ...elsewhere])
}
