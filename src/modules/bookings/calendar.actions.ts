import type { Spot } from '#shared/spot.ts'
import type { CalendarEntry, CalendarName, CalendarSubject } from '#platform/calendar.ts'
import { calendarFile } from '#platform/calendar-file.ts'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { findUnit, unitAccess } from '#modules/organizations/index.ts'
import type { OwnEntry } from './calendar.contract.ts'
import { seesVenues } from './booking.access.ts'

const DAY = 86_400_000
const PAST_DAYS = 60
const AHEAD_DAYS = 90
/** Things are told by ids, whatever an address says. */
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** Calendars of persons lie in no district. */
const NOWHERE = 0

/** What a calendar is called and where it lies, if the one who asks may see what it is about. */
export async function nameOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<CalendarName | undefined> {
  if (about === 'person') return { districtId: NOWHERE, name: '我的日历' }
  if (about === 'school' || about === 'cluster') return unitOf(ctx, about, Number(subjectId) || 0)
  if (!ID.test(subjectId)) return undefined
  for (const { subjects } of ctx.calendars) {
    const find = subjects && Object.hasOwn(subjects, about) ? subjects[about] : undefined
    if (find) return find(ctx, subjectId)
  }
  return undefined
}

async function unitOf(ctx: Context, about: 'school' | 'cluster', id: number): Promise<CalendarName | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  if (!unit) return undefined
  if (about === 'school') return unit.kind === 'school' && seesVenues(ctx.actor, unit) ? unit : undefined
  return unitAccess.readSchools(ctx.actor, unit) ? unit : undefined
}

/** What all modules have of a subject, in the order of time. */
async function entriesOf(ctx: Context, subject: CalendarSubject, since: Date): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = []
  for (const source of ctx.calendars) entries.push(...(await source.list(ctx, subject, since)))
  if (subject.about === 'person') entries.push(...(await dueOf(ctx)))
  return entries.sort((a, b) => beginOf(a).getTime() - beginOf(b).getTime())
}

/** What waits for the person until a day. The sentences of 今日 may name somebody: a calendar says what kind of thing it is. */
async function dueOf(ctx: Context): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = []
  for (const { name, title, list } of ctx.todos)
    for (const { key, due, unitName } of await list(ctx))
      if (due)
        entries.push({ id: `${name}-${key}`, title: `截止：${title}（${unitName}）`, when: { day: due }, isDue: true, changedAt: ctx.now }) // prettier-ignore
  return entries
}

const beginOf = ({ when }: CalendarEntry): Date => ('day' in when ? new Date(`${when.day}T00:00:00+08:00`) : when.from)

export async function writeCalendar(ctx: Context, subject: CalendarSubject, name: string): Promise<Download> {
  const since = new Date(ctx.now.getTime() - PAST_DAYS * DAY)
  const text = calendarFile(name, await entriesOf(ctx, subject, since))
  return new Download(`${name}.ics`, 'text/calendar; charset=utf-8', Buffer.from(text))
}

/** What is ahead of the person who asks. */
export async function readOwnCalendar(ctx: Context): Promise<{ entries: OwnEntry[] }> {
  const since = new Date(ctx.now.getTime() - DAY)
  const until = ctx.now.getTime() + AHEAD_DAYS * DAY
  const entries = await entriesOf(ctx, { about: 'person', subjectId: '' }, since)
  const ahead = entries.filter((entry) => entry.status !== 'cancelled' && endOf(entry) >= ctx.now.getTime() && beginOf(entry).getTime() < until) // prettier-ignore
  return { entries: ahead.map(shownOf) }
}

const endOf = (entry: CalendarEntry): number =>
  'day' in entry.when ? beginOf(entry).getTime() + DAY - 1 : entry.when.until.getTime()

const isKnown = (spot: Spot | undefined): spot is Spot =>
  spot !== undefined && (spot.address !== '' || spot.longitude !== null)

const shownOf = ({ id, title, when, place, spot, isDue }: CalendarEntry): OwnEntry => ({
  ...{ id, title, place: place ?? '', spot: isKnown(spot) ? spot : null, isDue: isDue ?? false },
  ...('day' in when
    ? { day: when.day, fromAt: null, untilAt: null }
    : { day: null, fromAt: when.from.toISOString(), untilAt: when.until.toISOString() }),
})
