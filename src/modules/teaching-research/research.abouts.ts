import { momentInWords } from '#shared/day.ts'
import type { About } from '#platform/about.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
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
      ]
    }),
}
