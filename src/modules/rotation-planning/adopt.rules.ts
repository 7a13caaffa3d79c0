import type { Problem } from '#shared/problem.ts'
import { firstDay, lastDay, schoolYearName } from '#shared/school-year.ts'
import type { BatchLine } from '#modules/mobility/batch.contract.ts'
import type { Adoption } from './adopt.contract.ts'
import { rotationPlanningProblems } from './problems.ts'

export const ALONE = '定期交流'
export const TOGETHER = '组团流动'
const LONGEST = 3

/** What was adopted before in the same season and still goes on. */
interface Before {
  planId: string
  number: number
  batchId: string
  title: string
  state: BatchLine['state']
}

/** Until the council decides another plan may take its place. */
export const isReplaceable = ({ state }: { state: BatchLine['state'] }): boolean =>
  state === '拟定' || state === '听取意见'

/** Why a plan cannot be adopted as asked: one plan of a season at a time, and none that breaks rules without a reason. */
export function whyNotAdopt(
  plan: { id: string; faults: number },
  { reason, insteadOf }: Pick<Adoption, 'reason' | 'insteadOf'>,
  before: Before | undefined,
): Problem | undefined {
  if (before?.planId === plan.id) return rotationPlanningProblems.planTaken(before)
  if (before && !isReplaceable(before)) return rotationPlanningProblems.planDecided(before)
  if (before && before.batchId !== insteadOf) return rotationPlanningProblems.otherTaken(before)
  return plan.faults > 0 && !reason ? rotationPlanningProblems.needsReason({ n: plan.faults }) : undefined
}

interface Move {
  teacherId: string
  fromSchoolId: number
  toSchoolId: number
}

/** The groups that go, numbered in the order in which they were made. */
export function numberGroups(
  groups: readonly { id: string; members: readonly string[] }[],
  moves: readonly Pick<Move, 'teacherId'>[],
): Map<string, string> {
  const goes = new Set(moves.map(({ teacherId }) => teacherId))
  const going = groups.filter(({ members }) => members.some((member) => goes.has(member)))
  return new Map(going.flatMap(({ members }, at) => members.map((member) => [member, String(at + 1)] as const)))
}

export const formOf = (groupNo: string | undefined): string => (groupNo === undefined ? ALONE : TOGETHER)

/** The rotations of a batch: what holds for everyone, and what was said otherwise of some. */
export function rotationsOf(
  moves: readonly Move[],
  { startOn, termYears, ftePercent, weeklyLessons, exceptions }: Adoption,
  groupOf: ReadonlyMap<string, string>,
) {
  const otherwise = new Map(exceptions.map((one) => [one.teacherId, one]))
  return moves.flatMap((move) => {
    const groupNo = groupOf.get(move.teacherId)
    const one = otherwise.get(move.teacherId)
    if (one?.leftOut) return []
    const form = one?.form ?? formOf(groupNo)
    return [
      {
        ...{ teacherId: move.teacherId, fromSchoolId: move.fromSchoolId, toSchoolId: move.toSchoolId, startOn, form },
        groupNo: form === TOGETHER ? (groupNo ?? null) : null,
        termYears: one?.termYears ?? termYears,
        ftePercent: one?.ftePercent ?? ftePercent,
        weeklyLessons: one?.weeklyLessons === undefined ? weeklyLessons : one.weeklyLessons,
      },
    ]
  })
}

export const titleOf = (schoolYear: number): string => `${schoolYearName(schoolYear)}交流轮岗`

/** The first day of the school year, or today where that is over. */
export const startOf = (schoolYear: number, today: string): string =>
  today > firstDay(schoolYear) && today <= lastDay(schoolYear) ? today : firstDay(schoolYear)

/** What a document asks of the length of a rotation so that it counts. */
interface TermRule {
  use: string
  from: number
  until?: number
  cluster?: string
  minYears?: number
}

/** The document that asks for the longest term of what begins in a school year; undefined where none asks. */
export function longestTerm<R extends TermRule>(
  rules: readonly R[],
  schoolYear: number,
  cluster: string,
): R | undefined {
  return rules
    .filter(({ use, from, until = schoolYear }) => use === '交流' && from <= schoolYear && schoolYear <= until)
    .filter((rule) => (rule.cluster ?? cluster) === cluster && rule.minYears !== undefined)
    .filter(({ minYears }) => minYears! <= LONGEST)
    .sort((a, b) => b.minYears! - a.minYears!)[0]
}

/** What is said with the first step of the batch, to be read later. */
export const firstWords = (number: number, faults: number, reason: string | undefined): string =>
  faults > 0 ? `采用方案 ${number}，其中 ${faults} 处不合规则，理由：${reason}` : `采用方案 ${number}`
