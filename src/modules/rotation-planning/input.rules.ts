import { grouped } from '#shared/group.ts'
import { UNSAID } from './needs.rules.ts'
import type { RulesSet, WeightsSet } from './setting.contract.ts'
import { balanceOf, weightOf } from './setting.rules.ts'
import type { PinKind } from './team.contract.ts'
import type { Attitude } from './wish.contract.ts'

/** What the product knows of a season, as it comes from the database: in any order. */
export interface Facts {
  schools: readonly {
    id: number
    stages: readonly string[]
    pupils: number | null
    longitude: number | null
    latitude: number | null
    standing: number
  }[]
  staff: readonly {
    teacherId: string
    schoolId: number
    stage: string | null
    subject: string | null
    backbone: boolean
  }[]
  /** By the frozen lists; who is exempt by now is on the list and may not be moved. */
  eligible: ReadonlySet<string>
  exempt: ReadonlySet<string>
  wishes: readonly { teacherId: string; attitude: Attitude; ranked: readonly number[] }[]
  kept: ReadonlySet<string>
  needs: readonly { schoolId: number; stage: string; subject: string; lacks: number }[]
  teams: readonly { teamId: string; teacherId: string }[]
  pins: readonly { teacherId: string; kind: PinKind; toSchoolId: number | null }[]
  caps: readonly { schoolId: number; mostOut: number | null; mostIn: number | null }[]
  /** Terms of before: where a teacher was lately, and where one is that goes on. */
  placements: readonly { teacherId: string; toSchoolId: number; goesOn: boolean }[]
  rules: RulesSet
  weights: WeightsSet
}

export interface InputSchool {
  id: number
  x: number
  y: number
  pupils: Readonly<Record<string, number>>
  standing: number
}

export interface InputTeacher {
  id: string
  home: number
  stage: string
  stages: readonly string[]
  subject: string
  backbone: boolean
  eligible: boolean
  x: number
  y: number
  ranked: readonly number[]
  attitude: Attitude
  lately: readonly number[]
  kept: boolean
  placedAt?: number
}

/**
 * What a year's rotation is planned from: whole numbers only, sorted, and no names, so that the same facts give the same plan
 * and nothing personal goes into the planner.
 */
export interface PlannerInput {
  schools: readonly InputSchool[]
  teachers: readonly InputTeacher[]
  needs: readonly { school: number; stage: string; subject: string; lacks: number }[]
  groups: readonly { id: string; members: readonly string[] }[]
  rules: {
    moves: { least: number; most: number }
    backbonePermille: number
    teams: number
    slack: number
    subjectPercent: number
    sharePercent: number
    schoolSlack: number
    farthest: number
    standingGap: number
  }
  weights: { balance: number; demand: number; wishes: number; travel: number }
  /** Fixed beforehand: goes there; may not go there. Who stays is `kept`. */
  pins: readonly { teacher: string; school: number }[]
  bars: readonly { teacher: string; school: number }[]
  /** How many may leave and come at most; a school without caps is not among them. */
  caps: readonly { school: number; out: number | null; in: number | null }[]
}

/** The plane in which ways are measured. */
const METRES_A_DEGREE = 111_320
const STEP_METRES = 100

const byId = <R extends { id: number | string }>(a: R, b: R) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const inOrder = <R>(rows: readonly R[], keyOf: (row: R) => string): R[] =>
  [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))

/** The facts of a season as the planner takes them. */
export function plannerInput(facts: Facts): PlannerInput {
  const schools = schoolsOf(facts)
  return {
    schools,
    teachers: teachersOf(facts, schools),
    needs: inOrder(facts.needs, ({ schoolId, stage, subject }) => `${schoolId}|${stage}|${subject}`).map(
      ({ schoolId: school, stage, subject, lacks }) => ({ school, stage, subject, lacks }),
    ),
    groups: [
      ...grouped(
        inOrder(facts.teams, ({ teamId, teacherId }) => `${teamId}|${teacherId}`),
        ({ teamId }) => teamId,
      ),
    ].map(([id, members]) => ({ id, members: members.map(({ teacherId }) => teacherId) })),
    rules: rulesOf(facts.rules, facts.eligible.size),
    weights: weightsOf(facts.weights),
    pins: pinned(facts, 'to'),
    bars: pinned(facts, 'not-to'),
    caps: [...facts.caps]
      .filter(({ mostOut, mostIn }) => mostOut !== null || mostIn !== null)
      .sort((a, b) => a.schoolId - b.schoolId)
      .map(({ schoolId: school, mostOut, mostIn }) => ({ school, out: mostOut, in: mostIn })),
  }
}

const pinned = ({ pins }: Facts, kind: PinKind) =>
  inOrder(
    pins
      .filter((pin) => pin.kind === kind)
      .map(({ teacherId, toSchoolId }) => ({ teacher: teacherId, school: toSchoolId! })),
    ({ teacher, school }) => `${teacher}|${school}`,
  )

/** Of a hundred of the eligible: so many teachers; what is asked at least is rounded up, what is allowed down. */
function rulesOf(rules: RulesSet, eligible: number): PlannerInput['rules'] {
  const { leastPercent, mostPercent, backbonePercent, farthestKm, ...same } = rules
  const least = Math.ceil((eligible * leastPercent) / 100)
  return {
    moves: { least, most: Math.max(least, Math.floor((eligible * mostPercent) / 100)) },
    backbonePermille: backbonePercent * 10,
    farthest: (farthestKm * 1000) / STEP_METRES,
    ...same,
  }
}

const weightsOf = ({ travel, wishes, balance, demand }: WeightsSet) => ({
  balance: balanceOf[balance],
  demand: weightOf[demand],
  wishes: weightOf[wishes],
  travel: weightOf[travel],
})

function schoolsOf({ schools, staff }: Facts): InputSchool[] {
  const place = planeOf(schools)
  const staffOf = grouped(staff, ({ schoolId }) => schoolId)
  return [...schools].sort(byId).map((school) => ({
    id: school.id,
    ...place(school),
    pupils: pupilsOf(school, staffOf.get(school.id) ?? []),
    standing: school.standing,
  }))
}

/**
 * WGS-84 to steps of 100 m from the south-west corner of the cluster, which is small enough to be flat. A school without a
 * place stands in the middle.
 */
function planeOf(schools: Facts['schools']) {
  const placed = schools.filter(({ longitude, latitude }) => longitude !== null && latitude !== null)
  if (placed.length === 0) return () => ({ x: 0, y: 0 })
  const west = Math.min(...placed.map(({ longitude }) => longitude!))
  const south = Math.min(...placed.map(({ latitude }) => latitude!))
  const east = Math.max(...placed.map(({ longitude }) => longitude!))
  const north = Math.max(...placed.map(({ latitude }) => latitude!))
  const shrink = Math.cos((south * Math.PI) / 180)
  const steps = (degrees: number) => Math.round((degrees * METRES_A_DEGREE) / STEP_METRES)
  return ({ longitude, latitude }: Facts['schools'][number]) => ({
    x: steps(((longitude ?? (west + east) / 2) - west) * shrink),
    y: steps((latitude ?? (south + north) / 2) - south),
  })
}

/**
 * Ledgers give pupils of a school as a whole: those of several stages are told apart by who teaches where, so that no pupil is
 * lost in rounding. A stage that is taught and has no pupils on file has one, for none can be divided by nothing.
 */
function pupilsOf({ stages, pupils }: Facts['schools'][number], staff: readonly { stage: string | null }[]) {
  const taught = stages.length > 0 ? stages : [...new Set(staff.flatMap(({ stage }) => stage ?? []))].sort()
  const heads = taught.map((stage) => staff.filter((one) => one.stage === stage).length)
  const sum = heads.reduce((a, b) => a + b, 0)
  let [left, of] = [pupils ?? 0, sum || taught.length]
  const counts = taught.map((stage, at): [string, number] => {
    const head = sum ? heads[at]! : 1
    const mine = of > 0 ? Math.round((left * head) / of) : 0
    left -= mine
    of -= head
    return [stage, Math.max(1, mine)]
  })
  return Object.fromEntries(counts)
}

function teachersOf(facts: Facts, schools: readonly InputSchool[]): InputTeacher[] {
  const schoolOf = new Map(schools.map((school) => [school.id, school]))
  const wishOf = new Map(facts.wishes.map((wish) => [wish.teacherId, wish]))
  const placements = grouped(facts.placements, ({ teacherId }) => teacherId)
  const stays = new Set(facts.pins.filter(({ kind }) => kind === 'stays').map(({ teacherId }) => teacherId))
  return facts.staff
    .filter(({ schoolId }) => schoolOf.has(schoolId))
    .map(({ teacherId: id, schoolId, stage: said, subject, backbone }) => {
      const home = schoolOf.get(schoolId)!
      const stage = said ?? Object.keys(home.pupils)[0] ?? UNSAID
      const wish = wishOf.get(id)
      const been = placements.get(id) ?? []
      const placedAt = lowest(been.filter(({ goesOn }) => goesOn))
      return {
        ...{ id, home: schoolId, stage, stages: [stage], subject: subject ?? UNSAID, backbone },
        eligible: facts.eligible.has(id) && !facts.exempt.has(id),
        ...{ x: home.x, y: home.y, ranked: wish?.ranked ?? [], attitude: wish?.attitude ?? ('neutral' as const) },
        lately: [...new Set(been.map(({ toSchoolId }) => toSchoolId))].sort((a, b) => a - b),
        kept: facts.kept.has(id) || stays.has(id),
        ...(placedAt !== undefined && { placedAt }),
      }
    })
    .sort(byId)
}

/** One who is at two schools at once is in no pool either way: the lower number stands for both. */
const lowest = (been: Facts['placements']) => been.map(({ toSchoolId }) => toSchoolId).sort((a, b) => a - b)[0]
