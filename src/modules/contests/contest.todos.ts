import { dayAfter } from '#shared/day.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { readContest } from './contest-page.actions.ts'
import { loadContest } from './contest.load.ts'
import { listJudged } from './contest.sql.ts'
import { listJudgedBy } from './jury.sql.ts'

/** Within so many days after its last day a contest is to be judged, and its results told. */
const JUDGED_DAYS = 30

/** Works that wait for the reader's score. */
export const scoreTodos: Todos = {
  name: 'contests.scores',
  title: '评比打分',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const { id } of await listJudgedBy(ctx.db, await listDistrictIds(ctx.db), ctx.actor.id, ctx.today)) {
      const subject = await loadContest(ctx, id)
      const contest = subject && (await readContest(ctx, subject))
      const n = contest?.toScore.filter(({ own, recused }) => own === null && recused === null).length ?? 0
      if (contest && n > 0) todos.push({ ...{ key: id, title: `给${contest.title}的 ${n} 件作品打分` }, ...{ unitId: contest.unitId, unitName: contest.unit, due: dayAfter(contest.until, JUDGED_DAYS), to: `/contests/${id}` } }) // prettier-ignore
    }
    return todos
  },
}

/** Contests that are closed, and whose results the office has to tell. */
export const resultTodos: Todos = {
  name: 'contests.results',
  title: '教学评比',
  list: async (ctx) => {
    const offices = ctx.actor.grants.filter(({ role }) => role === 'cluster-office')
    if (offices.length === 0) return []
    const ids = offices.map(({ unitId }) => unitId)
    const rows = await listJudged(ctx.db, await listDistrictIds(ctx.db), ids, ctx.today)
    return rows.map(({ id, title, clusterId, until }) => ({
      ...{ key: id, title: `评审并公布${title}的结果`, due: dayAfter(until, JUDGED_DAYS), to: `/contests/${id}` },
      ...{ unitId: clusterId, unitName: offices.find(({ unitId }) => unitId === clusterId)?.unitName ?? '' },
    }))
  },
}
