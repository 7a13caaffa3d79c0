import { dayInWords, momentInWords } from '#shared/day.ts'
import type { About, StoredPart } from '#platform/about.ts'
import type { Db } from '#platform/database/database.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listPairsOf } from './pair.sql.ts'
import { listStoredSigns } from './sign.sql.ts'

/** What is stored of a person's coming to activities, for their own eyes. */
export const signAbout: About = {
  name: 'teaching-research.signs',
  list: (ctx, { accountId, teacher }) =>
    ctx.asOwner(async (db) => {
      const who = { accountId, teacherId: teacher?.teacherId ?? null }
      const rows = await listStoredSigns(db, await listDistrictIds(db), who)
      return [
        {
          title: '教研活动签到',
          purpose: '用于确认活动有哪些学校参加，并计入合作教研；和活动记录一起保留。',
          columns: ['活动', '联合体', '活动时间', '学校', '签到时间', '方式'],
          rows: rows.map(({ theme, union, fromAt, school, signedAt, way }) => [
            ...[theme, union, momentInWords(fromAt), school, momentInWords(signedAt), way],
          ]),
        },
        ...(teacher ? [await pairsOf(db, teacher.teacherId)] : []),
      ]
    }),
}

async function pairsOf(db: Db, teacherId: string): Promise<StoredPart> {
  const pairs = await listPairsOf(db, await listDistrictIds(db), teacherId)
  return {
    title: '跨校带教的记录',
    purpose: '用于带教的两个人、两校和学区办了解进展，两校签认后计入跨校带教。',
    columns: ['学年', '导师学校', '学员学校', '学科', '目标', '从', '到', '活动', '小结'],
    rows: pairs.map(({ year, mentorSchool, school, subject, goals, from, until, meetings, reports }) => [
      ...[`${year}学年`, mentorSchool, school, subject, goals, dayInWords(from), dayInWords(until)],
      ...[`${meetings} 次`, `${reports} 份`],
    ]),
  }
}
