import { dayAfter } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, listUnits } from '#modules/organizations/index.ts'
import { subjectOf, type PairSubject } from './pair.actions.ts'
import { headsSchool } from './pair.access.ts'
import { listOpenPairs } from './pair.sql.ts'

const REPORT_DAYS = 30

/** Pairs that wait for the reader: a report of the mentor's, or the word of the school. */
export const pairTodos: Todos = {
  name: 'teaching-research.pairs',
  title: '跨校带教',
  list: async (ctx) => {
    const own = await findOwnTeacher(ctx)
    const rows = await listOpenPairs(ctx.db, await listDistrictIds(ctx.db))
    const units = await listUnits(ctx.db, [...new Set(rows.map(({ clusterId }) => clusterId))], ctx.today)
    const todos: Todo[] = []
    for (const row of rows) {
      const unit = units.find(({ id }) => id === row.clusterId)
      const subject = unit && subjectOf(unit, row, own)
      const title = subject && waitingFor(ctx, subject)
      if (title) todos.push({ ...{ key: row.id, title, detail: `${row.mentorSchool}与${row.school}，${row.subject}` }, ...{ unitId: row.schoolId, unitName: row.school, due: row.until, to: `/mentoring-pairs/${row.id}` } }) // prettier-ignore
    }
    return todos
  },
}

function waitingFor(ctx: Context, { row, own, mentorSchool, menteeSchool }: PairSubject): string | undefined {
  if (own === 'mentor' && row.reports === 0 && dayAfter(row.until, -REPORT_DAYS) <= ctx.today)
    return '写跨校带教的学期小结'
  if (row.reports === 0) return undefined
  const lacks = (row.mentorSignedOn === null && headsSchool(ctx.actor, mentorSchool)) || (row.menteeSignedOn === null && headsSchool(ctx.actor, menteeSchool)) // prettier-ignore
  return lacks ? '签认一对跨校带教' : undefined
}
