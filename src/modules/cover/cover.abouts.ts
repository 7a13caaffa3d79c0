import { dayInWords } from '#shared/day.ts'
import type { About } from '#platform/about.ts'
import { listStoredAbsences, listStoredAsks } from './about.sql.ts'

const answers: Record<string, string> = { yes: '答应', no: '不方便', late: '没有回复', gone: '不再需要' }

/** What is stored of a teacher's absences and of what they were asked, for the teacher's own eyes. */
export const coverAbout: About = {
  name: 'cover.absences',
  list: (ctx, { teacher }) =>
    ctx.asOwner(async (db) => {
      if (!teacher) return []
      const absences = await listStoredAbsences(db, teacher)
      const asks = await listStoredAsks(db, teacher)
      return [
        {
          title: '缺课',
          purpose: '用于找人代课；原因只有本校的校长和联络员看得到。',
          columns: ['从哪天', '到哪天', '原因', '登记人', '是否撤回'],
          rows: absences.map(({ fromDay, untilDay, reason, reportedBy, withdrawn }) => [
            ...[dayInWords(fromDay), dayInWords(untilDay), reason, reportedBy, withdrawn ? '已撤回' : '—'],
          ]),
        },
        {
          title: '代课的询问',
          purpose: '用于按次序找人代课，先答应的去。',
          columns: ['日期', '节次', '学校', '回复'],
          rows: asks.map(({ day, period, schoolName, answer }) => [
            ...[dayInWords(day), `第${period}节`, schoolName, answers[answer ?? ''] ?? '—'],
          ]),
        },
      ]
    }),
}
