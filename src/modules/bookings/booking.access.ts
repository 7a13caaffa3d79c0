import { offices, within, type Actor, type Place, type Policy, type Role } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const bookers = ['principal', 'liaison', 'teacher'] as const satisfies readonly Role[]
/** Who answers for a school's venues. */
const heads = ['principal', 'liaison'] as const satisfies readonly Role[]
const office = ['cluster-office'] as const satisfies readonly Role[]

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** Books for one of the schools of a cluster; for which, see `booksFor`. */
export const mayBook: Policy<UnitSubject> = (actor, unit) =>
  actor.holds(office, placeOf(unit)) ||
  (actor.belongs(unit.id) && actor.grants.some(({ role }) => (bookers as readonly Role[]).includes(role)))

/** Sees what is free: whoever belongs to the cluster or is over it. */
export const mayLook: Policy<UnitSubject> = (actor, unit) =>
  actor.belongs(unit.id) || actor.holds(offices, placeOf(unit))

/** Those of the member schools for which a person books: of the cluster's office all. */
export function booksFor(actor: Actor, unit: UnitSubject, members: readonly number[]): number[] {
  if (actor.holds(office, placeOf(unit))) return [...members]
  const own = actor.grants.filter(({ role }) => (bookers as readonly Role[]).includes(role)).map(({ unitId }) => unitId)
  return members.filter((schoolId) => own.includes(schoolId))
}

/** Books for a group from outside: the cluster's office, and who answers for the school that has the venue. */
export const booksGuests = (actor: Actor, unit: UnitSubject, venue: { districtId: number; schoolId: number | null }) =>
  actor.holds(office, placeOf(unit)) || headsOf(actor, venue, venue.schoolId)

/** A booking as far as rights over it go. */
export interface BookingPlace {
  districtId: number
  clusterId: number
  schoolId: number | null
  userSchoolId: number | null
  accountId: string | null
}

const officeOf = (actor: Actor, { clusterId, districtId }: BookingPlace) =>
  actor.holds(office, { unitId: clusterId, districtId })

/** Who asked, who answers for the using school or receives a group that has none, and the cluster's office: change it and give it up. */
export const isTheirs: Policy<BookingPlace> = (actor, booking) =>
  actor.id === booking.accountId ||
  headsOf(actor, booking, booking.userSchoolId ?? booking.schoolId) ||
  officeOf(actor, booking)

/** Who answers for the venue. */
export const hosts: Policy<BookingPlace> = (actor, booking) =>
  headsOf(actor, booking, booking.schoolId) || officeOf(actor, booking)

export const headsOf = (actor: Actor, { districtId }: { districtId: number }, schoolId: number | null): boolean =>
  schoolId !== null && actor.holds(heads, { unitId: schoolId, districtId })

export const bookingAccess = {
  read: (actor, booking) =>
    isTheirs(actor, booking) || hosts(actor, booking) || [booking.schoolId, booking.userSchoolId].some((schoolId) => schoolId !== null && within(actor.sees, { schoolId, districtId: booking.districtId })), // prettier-ignore
  cancel: (actor, booking) => isTheirs(actor, booking) || hosts(actor, booking),
  move: isTheirs,
  decide: hosts,
} satisfies Record<string, Policy<BookingPlace>>

/** Whether the person is told who asked and how to call them: both sides need it, others have no use for it. */
export const seesBooker: Policy<BookingPlace> = (actor, booking) =>
  isTheirs(actor, booking) ||
  hosts(actor, booking) ||
  (booking.userSchoolId !== null &&
    within(actor.names, { schoolId: booking.userSchoolId, districtId: booking.districtId }))

/** Whose place in the line it is, or who answers for the school that would use it. */
export const isWaiting: Policy<BookingPlace> = isTheirs

const schoolPlace = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** Says how often others may use a school's venues. */
export const keepsVenues: Policy<UnitSubject> = (actor, school) =>
  actor.holds([...heads, ...office], schoolPlace(school))

export const seesVenues: Policy<UnitSubject> = (actor, school) =>
  actor.holds(offices, schoolPlace(school)) ||
  keepsVenues(actor, school) ||
  school.clusterIds.some((clusterId) => actor.belongs(clusterId))
