import { momentInWords } from '#shared/day.ts'
import type { About } from '#platform/about.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listDeedsOf } from './author.sql.ts'

/** What an account began in the repository and said of courses, for its own eyes. */
export const courseAbout: About = {
  name: 'courses.deeds',
  list: (ctx, { accountId }) =>
    ctx.asOwner(async (db) => {
      const rows = await listDeedsOf(db, await listDistrictIds(db), accountId)
      return [
        {
          title: '课程库',
          purpose: '用于编写、审核课程；审核的意见和课程一起保留，专家的姓名只有学区办和上级看得到。',
          columns: ['课程', '做了什么', '意见', '时间'],
          rows: rows.map(({ name, deed, words, at }) => [name, deed, words || '—', momentInWords(at)]),
        },
      ]
    }),
}
