import { offices, within, type Actor, type Place, type Policy, type Role } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { whyNot, type BatchAct, type BatchState, type RotationStatus } from './batch.rules.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })
const isCluster = ({ kind }: UnitSubject) => kind === 'cluster' || kind === 'group'

/** Keeping accounts is no reason to see who rotates. */
const readers: readonly Role[] = [...offices, 'principal', 'liaison', 'teacher', 'expert']
const heads: readonly Role[] = ['principal', 'liaison']

const leads: Policy<UnitSubject> = (actor, unit) => actor.holds(offices, placeOf(unit))
const keeps: Policy<UnitSubject> = (actor, unit) => actor.holds(['cluster-office'], placeOf(unit))

/** What may be done with the rotations of a cluster, group or school. */
export const unitMobility = {
  read: (actor, unit) =>
    unit.kind === 'school'
      ? within(actor.sees, { schoolId: unit.id, districtId: unit.districtId })
      : isCluster(unit) && (actor.holds(readers, placeOf(unit)) || actor.belongs(unit.id)),
  /** The batches of a cluster: those over it, and its schools as far as a batch concerns them; of a district its officer. */
  seeBatches: (actor, unit) =>
    unit.kind === 'district'
      ? actor.holds(['district-officer', 'city-officer'], placeOf(unit))
      : isCluster(unit) && (leads(actor, unit) || (actor.belongs(unit.id) && isHead(actor))),
  seeDistrict: (actor, { districtId }) =>
    actor.holds(['district-officer', 'city-officer'], { unitId: districtId, districtId }),
  openBatch: (actor, unit) => isCluster(unit) && keeps(actor, unit),
  file: (actor, unit) => isCluster(unit) && leads(actor, unit),
  seeStandings: (actor, unit) => isCluster(unit) && leads(actor, unit),
  keepStandings: (actor, unit) => isCluster(unit) && actor.holds(['cluster-office', 'district-officer'], placeOf(unit)),
} satisfies Record<string, Policy<UnitSubject>>

const isHead = ({ grants }: Actor) => grants.some(({ role }) => heads.includes(role))

/** A batch with its cluster, as far as deciding about it needs. */
export interface BatchSubject {
  state: BatchState
  schoolIds: readonly number[]
  unit: UnitSubject
}

/** The schools of a batch for which the reader answers. */
export const answersFor = (actor: Actor, schoolIds: readonly number[]): number[] =>
  schoolIds.filter((id) => actor.grants.some(({ role, unitId }) => heads.includes(role) && unitId === id))

const office: Policy<BatchSubject> = (actor, { unit }) => keeps(actor, unit)
const district: Policy<BatchSubject> = (actor, { unit }) => actor.holds(['district-officer'], placeOf(unit))

/** The office does the office's steps, each school answers for itself, the district decides. */
export const batchAccess = {
  edit: office,
  drop: office,
  hear: office,
  opine: (actor, { schoolIds }) => answersFor(actor, schoolIds).length > 0,
  withdraw: office,
  council: office,
  redraft: office,
  approve: district,
  sendBack: district,
  activate: office,
  file: office,
} satisfies Record<BatchAct, Policy<BatchSubject>>

/** A draft is the office's; from the hearing on the schools that it concerns read it too. */
export const readBatch: Policy<BatchSubject> = (actor, { unit, schoolIds, state }) =>
  leads(actor, unit) || (state !== '拟定' && answersFor(actor, schoolIds).length > 0)

/** The plan that a batch was made from is known to the office and those above. */
export const seesPlan: Policy<BatchSubject> = (actor, { unit }) => leads(actor, unit)

/** What the reader may do with the batch as it stands. */
export const verbsNow = (actor: Actor, subject: BatchSubject): BatchAct[] =>
  (Object.keys(batchAccess) as BatchAct[]).filter((act) => batchAccess[act](actor, subject) && !whyNot(act, subject))

/** A rotation as far as deciding about it needs. */
export interface RotationSubject {
  districtId: number
  schoolId: number
  fromSchoolId: number
  toSchoolId: number
  status: RotationStatus
  batchId: string | null
  batchState: BatchState | null
  unit: UnitSubject
}

const concerns = (actor: Actor, { fromSchoolId, toSchoolId }: RotationSubject) =>
  answersFor(actor, [fromSchoolId, toSchoolId]).length > 0

/** What is only planned is known to the office and those above, and from the hearing on to the two schools. */
export const seesRotation: Policy<RotationSubject> = (actor, rotation) => {
  if (leads(actor, rotation.unit)) return true
  if (rotation.status !== '拟定') return true
  return rotation.batchState !== null && rotation.batchState !== '拟定' && concerns(actor, rotation)
}

/** By name: those who see the home school's names, and the heads of the school where the teacher works or is to work. */
export const namesRotation: Policy<RotationSubject> = (actor, rotation) =>
  within(actor.names, rotation) || answersFor(actor, [rotation.toSchoolId]).length > 0

export const rotationAccess = {
  withdraw: (actor, { unit, batchId }) => batchId !== null && keeps(actor, unit),
  appraise: (actor, { toSchoolId }) =>
    actor.grants.some(({ role, unitId }) => role === 'principal' && unitId === toSchoolId),
} satisfies Record<string, Policy<RotationSubject>>

/** A school's standing is said by its cluster's office or its district. */
export const keepsStanding: Policy<UnitSubject> = (actor, school) =>
  school.kind === 'school' && actor.holds(['cluster-office', 'district-officer'], placeOf(school))

/** Whose service it is, and where they are at home. */
export interface ServiceSubject {
  isOwn: boolean
  home: UnitSubject
}

/** A certificate is given to the teacher, or by the office or the home school's principal. */
export const certifies: Policy<ServiceSubject> = (actor, { isOwn, home }) =>
  isOwn || actor.holds(['principal', 'cluster-office'], placeOf(home))
export const withdrawsCertificate: Policy<ServiceSubject> = (actor, { home }) =>
  actor.holds(['principal', 'cluster-office'], placeOf(home))
