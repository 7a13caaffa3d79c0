import { dayInWords } from '#shared/day.ts'
import type { About } from '#platform/about.ts'
import { listParts } from './studio-facts.sql.ts'

/** What is stored of a person's part in studios, for their own eyes. */
export const studioAbout: About = {
  name: 'studios.parts',
  list: (ctx, { teacher }) =>
    ctx.asOwner(async (db) => {
      const parts = teacher ? await listParts(db, teacher) : []
      return [
        {
          title: '工作室',
          purpose: '用于登记谁主持、谁参加工作室，计入名师工作室的数据；和工作室的记录一起保留。',
          columns: ['工作室', '身份', '从', '到'],
          rows: parts.map(({ name, part, from, until }) => [
            ...[name, part === '主持' ? '主持人' : '成员', dayInWords(from), until ? dayInWords(until) : '—'],
          ]),
        },
      ]
    }),
}
