import type { About } from '#platform/about.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { listTaught } from './lecturer.sql.ts'

/** The shared courses that a teacher gives, for their own eyes. */
export const deliveryAbout: About = {
  name: 'delivery.lecturers',
  list: async (ctx, { teacher }) => {
    const rows = teacher ? await ctx.asOwner((db) => listTaught(db, teacher)) : []
    if (rows.length === 0) return []
    return [
      {
        title: '共享授课',
        purpose: '用于安排共享课程、不让一位教师同时在两处上课，与课程一起保留。',
        columns: ['课程', '提供学校', '学期', '方式', '已上次数'],
        rows: rows.map(({ course, school, schoolYear, term, mode, held }) => [
          ...[course, school, schoolYearName(schoolYear) + term, mode, String(held)],
        ]),
      },
    ]
  },
}
