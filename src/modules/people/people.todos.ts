import { dayAfter, dayInWords } from '#shared/day.ts'
import { firstDay, schoolYearName, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit, listMembers } from '#modules/organizations/index.ts'
import { countDuplicates } from './duplicate.actions.ts'
import { listSchoolLists } from './eligible-list.sql.ts'
import { countEnding } from './exemption.sql.ts'

const SOON_DAYS = 30
/** The list is due within two months of the year's first day. */
const FREEZE_DAYS = 60

const unitsOf = ({ actor }: Context, roles: readonly string[]) => [
  ...new Map(
    actor.grants.filter(({ role }) => roles.includes(role)).map((grant) => [grant.unitId, grant.unitName]),
  ).entries(),
]

/** Exemptions that end soon: of the cluster for its office, of the school for its principal. No names, no kinds. */
export const endingExemptions: Todos = {
  name: 'people.exemptions',
  title: '免予交流到期',
  list: async (ctx) => {
    const waiting: Todo[] = []
    const year = schoolYearOf(ctx.today)
    const until = dayAfter(ctx.today, SOON_DAYS)
    for (const [unitId, unitName] of unitsOf(ctx, ['cluster-office', 'principal'])) {
      const ending = await countEnding(ctx.db, await listMembers(ctx.db, unitId, [year]), ctx.today, until)
      const n = ending.reduce((sum, one) => sum + one.n, 0)
      const first = ending.map((one) => one.first).sort()[0]
      if (n === 0 || first === undefined) continue
      waiting.push({
        key: `${unitId}-${first}`,
        title: `${n} 条免予交流的情况 ${SOON_DAYS} 天内到期`,
        detail: `最早的${dayInWords(first)}到期`,
        unitId,
        unitName,
        due: first,
        to: await addressOf(ctx, unitId, `eligible?year=${year}`),
      })
    }
    return waiting
  },
}

/** Lists of this school year that are not frozen yet, in its first two months. */
export const openLists: Todos = {
  name: 'people.lists',
  title: '符合交流条件名单',
  list: async (ctx) => {
    const year = schoolYearOf(ctx.today)
    const due = dayAfter(firstDay(year), FREEZE_DAYS)
    if (ctx.today > due) return []
    const waiting: Todo[] = []
    for (const [unitId, unitName] of unitsOf(ctx, ['cluster-office'])) {
      const lists = await listSchoolLists(ctx.db, await listMembers(ctx.db, unitId, [year]), year)
      const open = lists.filter(({ teachers, frozenAt }) => teachers > 0 && frozenAt === null)
      if (open.length === 0) continue
      const title = `${schoolYearName(year)}符合交流条件名单还有 ${open.length} 所学校没有冻结`
      const to = `/clusters/${unitId}/eligible?year=${year}`
      waiting.push({ key: `${unitId}-${year}`, title, unitId, unitName, due, to })
    }
    return waiting
  },
}

/** Entries of a cluster that may be one person. */
export const waitingDuplicates: Todos = {
  name: 'people.duplicates',
  title: '可能重复的教师',
  list: async (ctx) => {
    const waiting: Todo[] = []
    for (const [unitId, unitName] of unitsOf(ctx, ['cluster-office'])) {
      const n = await countDuplicates(ctx, unitId)
      const to = `/clusters/${unitId}/duplicates`
      if (n > 0) waiting.push({ key: String(unitId), title: `${n} 对教师可能是同一人，请核对`, unitId, unitName, to })
    }
    return waiting
  },
}

/** A school's page hangs on its first cluster. */
async function addressOf(ctx: Context, unitId: number, page: string): Promise<string> {
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  const clusterId = unit?.kind === 'school' ? (unit.clusterIds[0] ?? unitId) : unitId
  return `/clusters/${clusterId}/${page}`
}
