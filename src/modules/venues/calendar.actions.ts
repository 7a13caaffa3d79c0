import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { terms, type Term } from '#shared/week.ts'
import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { ask } from '#platform/database/together.ts'
import { badField, platformProblems } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keepsCalendar } from './calendar.access.ts'
import type { calendarApi, CalendarDay, CalendarTerm, SpecialDayFields, TermFields } from './calendar.contract.ts'
import { daysOfMonth, meetsTerm, monthAfter, MONTHS, termName, whyNotTerm } from './calendar.rules.ts'
import { readDays, readTerms, type TermHeld } from './day.actions.ts'
import type { DayFacts } from './day.rules.ts'
import { deleteSpecialDay, deleteTerm, specialDays, saveSpecialDay, saveTerm } from './day.sql.ts'
import { lockVenues } from './lock.sql.ts'
import { venuesProblems } from './problems.ts'
import { readStranded } from './stranded.actions.ts'
import { listVenuesIn } from './venue.load.ts'
import { listVenueIdsOf } from './venue.sql.ts'

const LAST = '9999-12-31'

export async function readCalendar(
  ctx: Context,
  unit: UnitSubject,
  month = ctx.today.slice(0, 7),
): Promise<Reply<typeof calendarApi.read>> {
  const { districtId } = unit
  const months = Array.from({ length: MONTHS }, (_, n) => monthAfter(month, n))
  const days = await readDays(ctx, districtId, months.flatMap(daysOfMonth))
  const specials = await ask(ctx.db, specialDays(districtId, `${month}-01`, LAST))
  const special = new Set(specials.map(({ day }) => day))
  const shown = months.map((one) => monthOf(one, days, special))
  const can = verbsOn({ keep: keepsCalendar }, ctx.actor, unit)
  return {
    month,
    months: shown,
    terms: await readAllTerms(ctx, districtId),
    specials: specials.filter(({ day }) => day >= ctx.today),
    open: shown.flatMap((one) => one.days.filter(({ weekday, day }) => weekday === null && day >= ctx.today)),
    stranded: can.includes('keep') ? await readStrandedIn(ctx, unit) : [],
    can,
  }
}

function monthOf(month: string, all: ReadonlyMap<string, DayFacts>, special: ReadonlySet<string>) {
  const facts = daysOfMonth(month).map((day) => all.get(day)!)
  const days: CalendarDay[] = facts.map(({ day, kind, weekday, words }) => ({
    ...{ day, kind, weekday, words, special: special.has(day) },
  }))
  return { month, days, unknown: [...new Set(facts.flatMap(({ unknown }) => unknown ?? []))] }
}

/** The terms of this school year and of the next, said or not. */
async function readAllTerms(ctx: Context, districtId: number): Promise<CalendarTerm[]> {
  const year = schoolYearOf(ctx.today)
  const known = await readTerms(ctx, districtId, [year, year + 1])
  return [year, year + 1].flatMap((schoolYear) =>
    terms.map((term) => {
      const one = known.find((held) => held.schoolYear === schoolYear && held.term === term)
      return one ?? { schoolYear, term, from: null, until: null, source: null, recorded: false }
    }),
  )
}

async function readStrandedIn(ctx: Context, unit: UnitSubject) {
  const venues = await listVenuesIn(ctx, unit)
  const ids = venues.filter(({ districtId }) => districtId === unit.districtId).map(({ id }) => id)
  return readStranded(ctx, unit.districtId, ids)
}

type Told = Reply<typeof calendarApi.saveTerm>

/** Changes what days are while nobody books in the district; how many bookings stand outside of the hours then is told. */
async function change(ctx: Context, unit: UnitSubject, facts: object, write: () => Promise<void>): Promise<Told> {
  const { districtId, id: unitId } = unit
  await lockVenues(ctx.db, await listVenueIdsOf(ctx.db, districtId))
  await write()
  ctx.note({ districtId, unitId, ...facts })
  return { clashes: (await readStrandedIn(ctx, unit)).length }
}

const by = ({ actor, now }: Context) => ({ recordedBy: actor.name, recordedAt: now })

export async function keepTerm(ctx: Context, unit: UnitSubject, fields: TermFields): Promise<Told> {
  const wrong = whyNotTerm(fields)
  if (wrong) throw badField(wrong.path, wrong.message)
  const other = meetsTerm(fields, await readTerms(ctx, unit.districtId, [fields.schoolYear]))
  if (other) throw termsOverlap(other)
  const { from: fromDay, until: untilDay, ...said } = fields
  const row = { ...said, fromDay, untilDay, districtId: unit.districtId, ...by(ctx) }
  return change(ctx, unit, { ...fields, term: termName(fields) }, () => saveTerm(ctx.db, row))
}

const termsOverlap = (other: TermHeld) =>
  venuesProblems.termsOverlap({ term: termName(other), from: dayInWords(other.from), until: dayInWords(other.until) })

interface TermKey {
  schoolYear: number
  term: Term
}

export const dropTerm = (ctx: Context, unit: UnitSubject, key: TermKey): Promise<Told> =>
  change(ctx, unit, { term: termName(key), removed: true }, async () => {
    if (!(await deleteTerm(ctx.db, unit.districtId, key))) throw platformProblems.notFound()
  })

export function keepSpecialDay(ctx: Context, unit: UnitSubject, fields: SpecialDayFields): Promise<Told> {
  const follows = fields.kind === '上学日' ? (fields.follows ?? null) : null
  const row = { ...fields, follows, districtId: unit.districtId, ...by(ctx) }
  return change(ctx, unit, { ...fields, follows }, () => saveSpecialDay(ctx.db, row))
}

export const dropSpecialDay = (ctx: Context, unit: UnitSubject, day: string): Promise<Told> =>
  change(ctx, unit, { day, removed: true }, async () => {
    if (!(await deleteSpecialDay(ctx.db, unit.districtId, day))) throw platformProblems.notFound()
  })
