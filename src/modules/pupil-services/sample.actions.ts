import { dayAfter } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { findHomeCluster, findUnit, listMembersOn, listUnits } from '#modules/organizations/index.ts'
import { tellMonth } from './month.actions.ts'
import { dueDay, monthAtHand, monthsBegun } from './month.rules.ts'

/** Of this many schools one has not told yet. */
const EVERY = 12
const LATE = 7
/** How often, and to how many, a school did three services in a row of those the policies list. */
const said = [
  { times: 4, people: 26 },
  { times: 2, people: 58 },
  { times: 1, people: 140 },
]

/** The month at hand as most schools of the sample tell of it. Its year has no list of schools: no figure begins with it. */
export async function insertSampleMonths(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const month = monthAtHand(monthsBegun(schoolYearOf(ctx.today), ctx.today), ctx.today)
  const services = policiesOf(ctx.policies, cluster.districtId).pupilServices?.services ?? []
  if (month === undefined || services.length === 0) return
  const members = await listUnits(ctx.db, await listMembersOn(ctx.db, cluster.id, ctx.today), ctx.today)
  for (const [n, school] of members.entries()) {
    if (n % EVERY === LATE) continue
    const own = services.slice(n % said.length, (n % said.length) + said.length)
    const counts = own.map(({ code }, at) => ({
      item: code,
      times: said[at]!.times,
      people: said[at]!.people + (n % 9),
    }))
    await tellMonth({ ...ctx, now: toldAt(ctx, month, n) }, school, { month, counts })
  }
}

/** In the week before the month was due, or now, where that week is still to come. */
function toldAt({ now }: Context, month: string, n: number): Date {
  const inTime = new Date(`${dayAfter(dueDay(month), -(n % 5))}T10:00:00+08:00`)
  return inTime < now ? inTime : now
}
