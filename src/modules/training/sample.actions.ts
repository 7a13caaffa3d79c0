import { dayAfter, dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { listClusters, listUnitNames } from '#modules/organizations/index.ts'
import { instantsOf } from './course.rules.ts'
import { insertCourse, saveSessions } from './course.sql.ts'

const courses = [
  { title: '单元作业设计与命题', field: '知识技能', capacity: 60, place: '第三中学报告厅', after: 14, sessions: 3 },
  {
    title: '新时代师德与心理健康教育',
    field: '师德素养',
    capacity: 120,
    place: '社区学校礼堂',
    after: 21,
    sessions: 2,
  },
]

/** What a first start shows under 研修课程: two courses to come, for anybody of the cluster. */
export async function insertSampleCourses(ctx: Context): Promise<void> {
  await ctx.asOwner(async (db) => {
    const clusters = await listClusters(db)
    const named = await listUnitNames(
      db,
      clusters.map(({ id }) => id),
    )
    const samples = new Set(named.filter(({ sample }) => sample).map(({ id }) => id))
    for (const { id: unitId, districtId } of clusters.filter(({ id }) => samples.has(id)))
      for (const { after, sessions, place, ...course } of courses) {
        const key = { districtId, id: ctx.newId() }
        const days = Array.from({ length: sessions }, (_, n) => dayAfter(dayOf(ctx.now), after + 7 * n))
        const made = { madeAt: ctx.now, madeBy: '示例学区办', stage: null, subject: null, words: null }
        const at = { schoolYear: schoolYearOf(days[0]!), tier: '学区集团' as const, unitId }
        await insertCourse(db, { ...key, ...course, ...made, ...at })
        const held = days.map((day) => ({
          ...{ id: ctx.newId(), hours: 4, place, trainer: '' },
          ...instantsOf({ day, from: '13:30', until: '16:30' }),
        }))
        await saveSessions(db, key, held)
      }
  })
}
