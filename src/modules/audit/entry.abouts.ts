import { momentInWords } from '#shared/day.ts'
import type { About, StoredPart } from '#platform/about.ts'
import { districtsOnRecord } from './entry.actions.ts'
import { countOwnEntries, listLooks } from './entry.sql.ts'

const LOOKS_MOST = 500

/** What the record holds of what a person did. */
export const ownEntries: About = {
  name: 'audit.own',
  list: async (ctx, { accountId }) => {
    const { lines, since } = await countOwnEntries(ctx.db, await districtsOnRecord(ctx), accountId)
    const first = since ? momentInWords(since) : '—'
    return [
      {
        title: '我做过什么的记录',
        purpose: `等级保护要求留存操作记录；每条保留 ${ctx.config.auditDays} 天，到期自动删除。`,
        columns: ['条数', '最早一条'],
        rows: [[String(lines), first]],
      },
    ]
  },
}

/** Only a teacher's page is looked at. */
const nobodyLooked: StoredPart = {
  title: '谁看过我的资料',
  purpose: '教师名册里没有您的资料，所以没有可查看的页面，也无人查看。',
  columns: ['时间', '谁', '做了什么'],
  rows: [],
}

/** Who looked at the page of a teacher: told by role and organization, as they were then. */
export const whoLooked: About = {
  name: 'audit.looks',
  list: async (ctx, { teacher }) => {
    if (!teacher) return [nobodyLooked]
    const looks = await listLooks(ctx.db, teacher.districtId, teacher.teacherId, LOOKS_MOST)
    return [
      {
        title: '谁看过我的资料',
        purpose: `打开过您的教师页、改过您的资料的人，按当时的单位和角色列出，最近 ${LOOKS_MOST} 次；保留 ${ctx.config.auditDays} 天。`,
        columns: ['时间', '谁', '做了什么'],
        rows: looks.map(({ at, as, title, result }) => [
          momentInWords(at),
          as || '—',
          result === 'refused' ? `${title}（未获准）` : title,
        ]),
      },
    ]
  },
}
