import type { Context } from '#platform/context.ts'
import { findHomeCluster, findUnit, listMembersOn } from '#modules/organizations/index.ts'
import { listSchools } from './day.sql.ts'
import { listTeachersAt } from './register.sql.ts'
import { sampleWeek } from './sample.rules.ts'
import { insertLessons, insertTimetable } from './timetable.sql.ts'
import { mondayOf, termAt, termDays } from '#shared/week.ts'

const TEACHERS = 24
const sampled = [
  { kind: '小学', schools: 2, classes: ['一', '二', '三', '四', '五'] },
  { kind: '初级中学', schools: 1, classes: ['六', '七', '八', '九'] },
]

/** Timetables of this term for some schools of the sample, so that nobody starts with an empty page. */
export async function loadSampleTimetables(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const schools = await listSchools(ctx.db, cluster.districtId, await listMembersOn(ctx.db, cluster.id, ctx.today))
  for (const { kind, schools: n, classes } of sampled) {
    const own = schools.filter((one) => one.kind === kind).sort((a, b) => a.id - b.id)
    for (const { id } of own.slice(0, n)) await insertWeek(ctx, { districtId: cluster.districtId, id }, classes)
  }
}

async function insertWeek(ctx: Context, school: { districtId: number; id: number }, grades: readonly string[]) {
  const { districtId, id: schoolId } = school
  const { schoolYear, term } = termAt(ctx.today)
  const teachers = await listTeachersAt(ctx.db, districtId, [schoolId], schoolYear)
  const known = teachers.flatMap(({ teacherId, subject }) => (subject ? [{ teacherId, subject }] : []))
  const classes = grades.flatMap((grade) => [`${grade}（1）班`, `${grade}（2）班`])
  const week = sampleWeek(known.slice(0, TEACHERS), classes)
  if (week.length === 0) return
  const timetableId = ctx.newId()
  const span = termDays(schoolYear, term)
  const about = { fileName: '示例课表.xlsx', lessons: week.length, takenAt: ctx.now, takenBy: ctx.actor.name }
  await insertTimetable(ctx.db, {
    ...{ districtId, id: timetableId, schoolId, schoolYear, term, ...span, weekOne: mondayOf(span.fromDay) },
    ...about,
  })
  const rest = { districtId, timetableId, schoolId, weeks: '每周' as const, campusId: null }
  await insertLessons(
    ctx.db,
    week.map((lesson) => ({ ...lesson, ...rest, id: ctx.newId() })),
  )
}
