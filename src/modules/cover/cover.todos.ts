import { dayAfter, dayInWords, momentInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listGaps, type GapRow } from './gap.sql.ts'
import { listGivenOf } from './given.sql.ts'
import { gapInWords } from './asking.actions.ts'
import { openAsks } from './mine.actions.ts'
import { weekdayName, weekdayOf } from '#shared/week.ts'

/** Lessons that the person is asked to give. */
export const openQuestions: Todos = {
  name: 'cover.asks',
  title: '代课的询问',
  list: async (ctx) => {
    const own = await findOwnTeacher(ctx)
    if (!own) return []
    const asks = await ctx.asOwner((db) => openAsks(db, own, ctx.today))
    const [grant] = ctx.actor.grants
    return asks.map((ask) => ({
      key: ask.id,
      title: `能去代课吗：${dayInWords(ask.day).slice(5)}${weekdayName(weekdayOf(ask.day))}第${ask.period}节，${ask.className}${ask.subject}`,
      detail: `${ask.schoolName}，${ask.fromTime}–${ask.untilTime}${ask.dueAt ? `，请在 ${momentInWords(new Date(ask.dueAt)).slice(11)} 前回复` : ''}`,
      unitId: grant?.unitId ?? 0,
      unitName: '',
      due: ask.day,
      to: `/cover/asks/${ask.id}`,
    }))
  },
}

const AHEAD_DAYS = 60

/** Lessons of the person's own school for which nobody is found. */
export const lackingLessons: Todos = {
  name: 'cover.gaps',
  title: '没有人代的课',
  list: (ctx) =>
    ofOwnSchools(ctx, async (school) => {
      const gaps = await listGaps(
        ctx.db,
        [school.districtId],
        [school.id],
        [ctx.today, dayAfter(ctx.today, AHEAD_DAYS)],
      )
      return gaps
        .filter(({ state }) => state === 'nobody')
        .map((gap) => ({
          key: gap.id,
          title: `没有人代课，请安排：${gapInWords(gap)}`,
          ...{ unitId: school.id, unitName: school.name, due: gap.day, to: `/cover/gaps/${gap.id}` },
        }))
    }),
}

/** Lessons given by others today: the school says so with one press, or they count by themselves tomorrow. */
export const lessonsToConfirm: Todos = {
  name: 'cover.confirm',
  title: '代课确认',
  list: (ctx) =>
    ofOwnSchools(ctx, async (school) => {
      const gaps = await listGaps(ctx.db, [school.districtId], [school.id], [ctx.today, ctx.today])
      const taken = gaps.filter(({ state }) => state === 'taken')
      const n = taken.length - (await countSaid(ctx, taken))
      const title = `今天有 ${n} 节代课，上过后请确认`
      const to = `/schools/${school.id}/cover`
      const detail = '不确认的，明天自动计入'
      return n > 0 ? [{ key: `${school.id}-${ctx.today}`, title, detail, unitId: school.id, unitName: school.name, to }] : [] // prettier-ignore
    }),
}

const countSaid = async (ctx: Context, gaps: readonly GapRow[]): Promise<number> =>
  (await listGivenOf(ctx.db, [...new Set(gaps.map(({ districtId }) => districtId))], gaps.map(({ id }) => id))).length // prettier-ignore

type School = { id: number; name: string; districtId: number }

async function ofOwnSchools(ctx: Context, list: (school: School) => Promise<Todo[]>): Promise<Todo[]> {
  const grants = ctx.actor.grants.filter(({ role }) => role === 'principal' || role === 'liaison')
  const waiting: Todo[] = []
  for (const id of new Set(grants.map(({ unitId }) => unitId))) {
    const school = await findUnit(ctx.db, id, ctx.today)
    if (school?.kind === 'school') waiting.push(...(await list(school)))
  }
  return waiting
}
