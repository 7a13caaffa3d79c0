import type { CalendarEntry, CalendarSource } from '#platform/calendar.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { loadVenue, venueAccess } from '#modules/venues/index.ts'
import { listCalendar, type CalendarRow } from './feed.sql.ts'

const kinds = ['person', 'school', 'venue'] as const

/** The bookings of a person, of a school (what it uses, and who comes) or of a venue. */
export const bookingCalendar: CalendarSource = {
  name: 'bookings.bookings',
  list: async (ctx, { about: asked, subjectId }, since) => {
    const about = kinds.find((kind) => kind === asked)
    if (!about) return []
    const whose = { about, subjectId, accountId: ctx.actor.id }
    const rows = await ctx.asOwner(async (db) => listCalendar(db, await listDistrictIds(db), whose, since))
    return rows.map(entryOf)
  },
  subjects: {
    venue: async (ctx, id) => {
      const found = await loadVenue(ctx, id)
      if (!found || !venueAccess.read(ctx.actor, found)) return undefined
      return { districtId: found.venue.districtId, name: `${found.venue.owner}${found.venue.name}` }
    },
  },
}

const entryOf = (row: CalendarRow): CalendarEntry => ({
  id: row.id,
  moves: row.moves,
  when: { from: row.fromAt, until: row.untilAt },
  ...{ madeAt: row.madeAt, changedAt: row.changedAt },
  ...statusOf(row),
  title: `${row.status === '待审' ? '（待审）' : ''}${row.venue}：${row.purpose}`,
  place: [row.provider, row.room].filter(Boolean).join(' '),
  spot: row.spot,
  words: `${row.userSchool ?? '外来团体'}，${row.headCount} 人`,
})

function statusOf({ status }: CalendarRow): Pick<CalendarEntry, 'status'> {
  if (status === '待审') return { status: 'tentative' }
  return status === '已定' || status === '已用' ? {} : { status: 'cancelled' }
}
