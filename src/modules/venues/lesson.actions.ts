import { bellsOf } from '#shared/bells.ts'
import { dayAfter } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { mondayOf, termDays, termAt } from '#shared/week.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import { listBells } from '#modules/cover/index.ts'
import { readTerms } from './day.actions.ts'
import type { lessonApi, LessonFields } from './lesson.contract.ts'
import { deleteLessonsBetween, insertLessons, listLessons, updateLessonsEnd } from './lesson.sql.ts'
import { noted } from './register.ts'
import { readStranded } from './stranded.actions.ts'
import type { VenueSubject } from './venue.load.ts'

/** What holds in a venue from today on, with the periods of its school and the days for which lessons are likely to be said. */
export async function readLessons(ctx: Context, { venue }: VenueSubject): Promise<Reply<typeof lessonApi.read>> {
  const { districtId, id, schoolId } = venue
  const bells = bellsOf(schoolId === null ? [] : await listBells(ctx.db, districtId, [schoolId]))
  const span = await nextSpan(ctx, districtId)
  const known = await listLessons(ctx.db, districtId, [id], span.fromDay)
  return {
    ...span,
    bells: bells.map(({ period, fromTime, untilTime }) => ({ period, fromTime, untilTime })),
    lessons: known.filter(({ fromDay }) => fromDay <= span.untilDay).map(fieldsOf),
  }
}

const fieldsOf = ({ weekday, fromTime, untilTime, weeks, what }: LessonFields): LessonFields => ({
  ...{ weekday, fromTime, untilTime, weeks, what },
})

/** The rest of the term of today, or the next one: by the school calendar, else as far as a timetable may hold. */
export async function nextSpan(ctx: Context, districtId: number): Promise<{ fromDay: string; untilDay: string }> {
  const year = schoolYearOf(ctx.today)
  const known = (await readTerms(ctx, districtId, [year, year + 1])).find(({ until }) => until >= ctx.today)
  const { schoolYear, term } = termAt(ctx.today)
  const { fromDay, untilDay } = known ? { fromDay: known.from, untilDay: known.until } : termDays(schoolYear, term)
  return { fromDay: fromDay < ctx.today ? ctx.today : fromDay, untilDay }
}

/** From which Monday the weeks of a term are counted. */
async function weekOneOf(ctx: Context, districtId: number, day: string): Promise<string> {
  const terms = await readTerms(ctx, districtId, [schoolYearOf(day)])
  const { schoolYear, term } = termAt(day)
  return mondayOf(
    terms.find(({ from, until }) => from <= day && day <= until)?.from ?? termDays(schoolYear, term).fromDay,
  )
}

interface Span {
  fromDay: string
  untilDay: string
}

export type VenueLesson = LessonFields & { venueId: string }

/** Lessons of some venues, all of them anew: what holds until then ends the day before. The venues are locked already. */
export async function keepLessons(
  ctx: Context,
  districtId: number,
  { fromDay, untilDay }: Span,
  { venueIds, lessons }: { venueIds: readonly string[]; lessons: readonly VenueLesson[] },
): Promise<void> {
  const weekOne = await weekOneOf(ctx, districtId, fromDay)
  await deleteLessonsBetween(ctx.db, districtId, venueIds, { fromDay, untilDay })
  await updateLessonsEnd(ctx.db, districtId, venueIds, dayAfter(fromDay, -1))
  const common = { districtId, fromDay, untilDay, weekOne }
  await insertLessons(ctx.db, lessons.map((lesson) => ({ ...lesson, ...common, id: ctx.newId() }))) // prettier-ignore
}

/** Days on which lessons hold: not turned round, not over. */
export function refuseSpan(ctx: Context, { fromDay, untilDay }: Span): void {
  if (untilDay < fromDay) throw badField('untilDay', '最后一天早于第一天，请核对。')
  if (untilDay < ctx.today) throw badField('untilDay', '最后一天已经过了，请核对。')
}

/** All lessons of one venue. */
export async function saveLessons(
  ctx: Context,
  { venue }: VenueSubject,
  { lessons, ...span }: Input<typeof lessonApi.save>['body'],
): Promise<Reply<typeof lessonApi.save>> {
  refuseSpan(ctx, span)
  const backwards = lessons.find(({ fromTime, untilTime }) => untilTime <= fromTime)
  if (backwards) throw badField('lessons', `${backwards.fromTime} 开始的课，结束时间不晚于开始时间，请核对。`)
  const { districtId, id: venueId } = venue
  const kept = lessons.map((lesson) => ({ ...lesson, venueId }))
  await keepLessons(ctx, districtId, span, { venueIds: [venueId], lessons: kept })
  noted(ctx, venue, { lessons: lessons.length, ...span })
  return { clashes: (await readStranded(ctx, districtId, [venueId])).length }
}
