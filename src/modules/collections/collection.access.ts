import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

export const readsCollections = (actor: Actor, unit: UnitSubject): boolean =>
  actor.belongs(unit.id) || actor.holds([...offices, 'expert'], placeOf(unit))

/** A volume is the business of the cluster's own office. */
export const keepsCollections: Policy<UnitSubject> = (actor, unit) => actor.holds(['cluster-office'], placeOf(unit))

export const clusterAccess = { keep: keepsCollections } satisfies Record<string, Policy<UnitSubject>>

export const headsSchool = ({ grants }: Actor, schoolId: number): boolean =>
  grants.some(({ unitId, role }) => unitId === schoolId && (role === 'principal' || role === 'liaison'))

/** A volume as far as access needs it. */
export interface CollectionPlace {
  unit: UnitSubject
}

export const collectionAccess = {
  keep: (actor, { unit }) => keepsCollections(actor, unit),
  /** Takes the table of contents and all papers along, to print them. */
  take: (actor, { unit }) => keepsCollections(actor, unit),
} satisfies Record<string, Policy<CollectionPlace>>

export const readsCollection: Policy<CollectionPlace> = (actor, { unit }) => readsCollections(actor, unit)

/** What was handed in, as far as access needs it. */
export interface WorkPlace extends CollectionPlace {
  schoolId: number
  /** The reader is one of its authors. */
  isOwn: boolean
  /** It stands in a finished volume. */
  isOut: boolean
}

/** Whose it is: its authors, and who answers for the school. */
export const ownsWork: Policy<WorkPlace> = (actor, { schoolId, isOwn }) => isOwn || headsSchool(actor, schoolId)

export const workAccess = {
  read: (actor, work) =>
    ownsWork(actor, work) || keepsCollections(actor, work.unit) || (work.isOut && readsCollections(actor, work.unit)),
  place: (actor, { unit }) => keepsCollections(actor, unit),
  withdraw: (actor, work) => ownsWork(actor, work) || keepsCollections(actor, work.unit),
} satisfies Record<string, Policy<WorkPlace>>
