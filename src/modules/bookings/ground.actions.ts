import { membersOn } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import {
  bookableOf,
  bookableVenues,
  daysFrom,
  questionsOfDays,
  type Bookable,
  type DayFacts,
} from '#modules/venues/index.ts'
import type { Context } from '#platform/context.ts'
import { together } from '#platform/database/together.ts'
import type { Time } from './booking.rules.ts'
import { stagesOf } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import { quotasOfVenues, type Quota } from './quota.sql.ts'
import { whyNotBook } from './verdict.ts'

/** A venue that somebody wants at a time. */
interface Wanted {
  venueId: string
  time: Time
}

/** What decides about a request, whoever asks and whatever else is held. */
export interface Ground {
  /** The members of the cluster today. */
  members: readonly number[]
  /** The venues that are wanted. */
  venues: ReadonlyMap<string, Bookable>
  days: ReadonlyMap<string, DayFacts>
  /** What their schools say of how often others may come. */
  quotas: readonly Quota[]
}

/** Reads it in one statement; throws where the cluster does not share one of the venues. */
export async function readGround(
  ctx: Context,
  unit: UnitSubject,
  districtIds: readonly number[],
  wishes: readonly Wanted[],
): Promise<Ground> {
  const ids = [...new Set(wishes.map(({ venueId }) => venueId))]
  const days = [...new Set(wishes.map(({ time }) => time.day))]
  const answers = await together(
    ctx.db,
    {
      members: membersOn(unit.id, ctx.today),
      venues: bookableVenues(districtIds, ids),
      quotas: quotasOfVenues(districtIds, ids),
      ...questionsOfDays(unit.districtId, days),
    },
    ids.length === 1,
  )
  const members = answers.members.map(({ schoolId }) => schoolId)
  const venues = answers.venues.map(bookableOf).filter((venue) => isShared(venue, unit, members))
  if (venues.length < ids.length) throw bookingProblems.noSuchVenue()
  return {
    members,
    venues: new Map(venues.map((venue) => [venue.id, venue])),
    days: daysFrom(ctx, unit.districtId, days, answers),
    quotas: answers.quotas,
  }
}

const isShared = ({ openTo, clusterId, schoolId }: Bookable, unit: UnitSubject, members: readonly number[]): boolean =>
  openTo === '所有人' || clusterId === unit.id || (schoolId !== null && members.includes(schoolId))

/** Who would use it; no school is a group from outside. */
interface User {
  userSchoolId: number | null
  headCount: number
}

/** What the rules of the venues have against each wish, whoever else holds it. */
export async function readInTheWay(
  ctx: Context,
  unit: UnitSubject,
  { venues, days }: Ground,
  { userSchoolId, headCount }: User,
  wishes: readonly Wanted[],
) {
  const staged = [...venues.values()].some(({ stages }) => stages.length > 0)
  const stages = staged && userSchoolId !== null ? await stagesOf(ctx, unit.id, userSchoolId) : undefined
  return wishes.flatMap(({ venueId, time }) => {
    const venue = venues.get(venueId)!
    const words = whyNotBook(venue, days.get(time.day)!, time, { headCount, stages }, ctx.now)
    return words ? [{ venueId, venue: venue.name, day: time.day, words }] : []
  })
}
