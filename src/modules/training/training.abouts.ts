import { dayInWords, dayOf } from '#shared/day.ts'
import type { About, StoredPart } from '#platform/about.ts'
import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { listCoursesOf } from './course.sql.ts'
import { listCreditsOf } from './credit.sql.ts'

/** What is on file of a teacher's training, for their own eyes. */
export const trainingAbout: About = {
  name: 'training.credits',
  list: async (ctx, { teacher }) =>
    teacher ? [await coursesOf(ctx, teacher), await creditsOf(ctx, teacher)].filter(({ rows }) => rows.length > 0) : [],
}

async function coursesOf(ctx: Context, { districtId, teacherId }: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listCoursesOf(db, districtId, teacherId))
  return {
    title: '研修报名',
    purpose: '用于安排研修、登记到课和记学分，与课程一起保留。',
    columns: ['课程', '主办单位', '开始日期'],
    rows: rows.map(({ title, unitName, startsAt }) => [title, unitName, dayInWords(dayOf(startsAt))]),
  }
}

async function creditsOf(ctx: Context, { districtId, teacherId }: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listCreditsOf(db, districtId, teacherId))
  return {
    title: '研修学分',
    purpose: '用于计算五年培训计划的学分和开具证明，长期保留。',
    columns: ['课程', '级别', '内容', '学分', '日期', '依据'],
    rows: rows.map(({ title, tier, field, hundredths, earnedOn, evidence }) => [
      ...[title, tier, field, String(hundredths / 100), dayInWords(earnedOn), evidence || '—'],
    ]),
  }
}
