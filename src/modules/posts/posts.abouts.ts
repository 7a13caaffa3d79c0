import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { About, StoredPart } from '#platform/about.ts'
import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { listApplicationsOf } from './application.sql.ts'
import { listStaysOf } from './pool.sql.ts'

/** What is on file of a teacher's proposals and applications, for their own eyes: on the teacher's page they do not stand. */
export const postsAbout: About = {
  name: 'posts.proposals',
  list: async (ctx, { teacher }) =>
    teacher
      ? [await proposalsOf(ctx, teacher), await applicationsOf(ctx, teacher)].filter(({ rows }) => rows.length > 0)
      : [],
}

async function proposalsOf(ctx: Context, { districtId, teacherId }: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listStaysOf(db, districtId, teacherId))
  return {
    title: '骨干教师蓄水池的推荐',
    purpose: '学校推荐、学区决定入池时用，和决定一起保留。',
    columns: ['推荐日期', '推荐人', '推荐说明', '状态', '由谁决定', '决定说明', '出池原因'],
    rows: rows.map((one) => [
      dayInWords(one.proposedOn),
      one.proposedBy,
      ...[one.proposedWords, one.status, one.decidedBy, one.decidedWords, one.leftWhy].map((said) => said ?? '—'),
    ]),
  }
}

async function applicationsOf(ctx: Context, { districtId, teacherId }: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listApplicationsOf(db, districtId, teacherId))
  return {
    title: '高级职称申报名额',
    purpose: '学校申报、学区决定名额时用，和决定的经过一起保留。',
    columns: ['学年', '申报职称', '理由', '状态', '评审结果'],
    rows: rows.map(({ schoolYear, title, reasons, status, result }) => [
      schoolYearName(schoolYear),
      title,
      reasons,
      status,
      result ?? '—',
    ]),
  }
}
