import type { Input, Reply } from '#shared/endpoint.ts'
import type { Indicator } from '#shared/policy.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Concern, concernApi } from './concern.contract.ts'
import { areStill, concernsIn, type Concern as Found, type YearValue } from './concern.rules.ts'
import { readStatistics, type Statistics } from './figure.actions.ts'
import { amountsOf } from './figure.rules.ts'
import { dayColumnOf } from './forecast.rules.ts'
import type { GoalSubject } from './goal.actions.ts'
import { insertNote, listNotes, type NoteRow } from './note.sql.ts'
import { assessmentProblems } from './problems.ts'
import { tellOfFigure } from './tell.actions.ts'
import { boundBy } from './target.rules.ts'

/** What a reader of a unit's figures will wonder about, in the order of the catalogue, with what was said to it. */
export async function readConcerns(ctx: Context, unit: UnitSubject): Promise<Concern[]> {
  return concernsOf(await readStatistics(ctx, unit), await notesAbout(ctx, unit), ctx.today)
}

export const readConcernList = async (ctx: Context, unit: UnitSubject): Promise<Reply<typeof concernApi.list>> => ({
  concerns: await readConcerns(ctx, unit),
})

/** The same from figures that are read already. */
export function concernsOf(statistics: Statistics, notes: readonly NoteRow[], today: string): Concern[] {
  const byConcern = grouped(notes, ({ indicator, concern }) => `${indicator} ${concern}`)
  return statistics.policies.indicators.flatMap((indicator) =>
    concernsIn(lookedAt(statistics, indicator, today)).map((found) =>
      shownConcern(indicator, found, byConcern.get(`${indicator.code} ${found.key}`) ?? []),
    ),
  )
}

export const notesAbout = (ctx: Context, { id, districtId }: UnitSubject): Promise<NoteRow[]> =>
  listNotes(ctx.db, { districtId, unitId: id })

function lookedAt({ unit, packs, catalogue, counted }: Statistics, indicator: Indicator, today: string) {
  const years = [...counted.byYear].map(([year, counts]): YearValue => {
    const { value, parts } = amountsOf(indicator, counts, catalogue)
    return { year, value, ...(parts && { parts }) }
  })
  const grows = [indicator.numerator, indicator.denominator].some((name) =>
    dayColumnOf(catalogue.measures.get(name ?? '')),
  )
  const rules = boundBy(indicator.code, unit, packs)
  return { indicator, years, rules, ...(grows && { unfinished: schoolYearOf(today) }) }
}

function shownConcern({ code, name }: Indicator, { numbers, ...found }: Found, notes: readonly NoteRow[]): Concern {
  const shown = notes.map(({ words, actorName, writtenAt, numbers: then }) => ({
    words,
    writtenBy: actorName,
    writtenAt: writtenAt.toISOString(),
    current: areStill(then, numbers),
  }))
  return { code, name, ...found, settled: shown[0]?.current ?? false, notes: shown }
}

/** Says what is behind a figure. The words are kept with the numbers they were written for. */
export async function writeNote(
  ctx: Context,
  { unit, found: { indicator } }: GoalSubject,
  { concern, words }: Input<typeof concernApi.note>['body'],
): Promise<Concern> {
  const looked = lookedAt(await readStatistics(ctx, unit), indicator, ctx.today)
  const found = concernsIn(looked).find(({ key }) => key === concern)
  if (!found) throw assessmentProblems.noSuchConcern()
  const { id: accountId, name: actorName } = ctx.actor
  const key = { districtId: unit.districtId, unitId: unit.id, indicator: indicator.code }
  const id = ctx.newId()
  const by = { accountId, actorName, writtenAt: ctx.now }
  await insertNote(ctx.db, { ...key, ...by, id, concern, words, numbers: found.numbers })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, figure: indicator.name })
  await tellOfFigure(ctx, { unit, indicator: indicator.name }, { key: `note:${id}`, done: '写了说明', words })
  const notes = await listNotes(ctx.db, key)
  return shownConcern(indicator, found, notes.filter((note) => note.concern === concern)) // prettier-ignore
}
