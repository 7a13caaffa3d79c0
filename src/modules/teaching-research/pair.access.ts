import type { Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { pairVerbs } from './pair.contract.ts'
import { keepsResearch } from './research.access.ts'

interface School {
  id: number
  districtId: number
}

/** A pair as far as access needs it. */
export interface PairPlace {
  unit: UnitSubject
  mentorSchool: School
  menteeSchool: School
  /** Which of the two the reader is. */
  own: 'mentor' | 'mentee' | null
}

/** Whether the person answers for a school. */
export const headsSchool = (actor: Parameters<Policy<School>>[0], { id, districtId }: School): boolean =>
  actor.grants.some(({ unitId, role }) => unitId === id && (role === 'principal' || role === 'liaison')) &&
  actor.holds(['principal', 'liaison'], { unitId: id, districtId })

const heads: Policy<PairPlace> = (actor, { mentorSchool, menteeSchool }) =>
  headsSchool(actor, mentorSchool) || headsSchool(actor, menteeSchool)

/** What the two do is theirs: their schools' leadership and the office read it, nobody else. */
export const readsPair: Policy<PairPlace> = (actor, pair) =>
  pair.own !== null || heads(actor, pair) || keepsResearch(actor, pair.unit)

export const pairAccess = {
  meet: (_, { own }) => own !== null,
  report: (_, { own }) => own === 'mentor',
  sign: heads,
  end: (actor, { unit }) => keepsResearch(actor, unit),
} satisfies Record<(typeof pairVerbs)[number], Policy<PairPlace>>
