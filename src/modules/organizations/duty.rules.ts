import type { Problem } from '#shared/problem.ts'
import { intervalOn, type Membership } from './membership.rules.ts'
import { organizationsProblems } from './problems.ts'

export interface Duty {
  id: string
  schoolId: number
  school: string
  stage: string
  fromDay: string
  untilDay: string
}

const parts: Record<string, readonly string[]> = { 中学: ['初中', '高中'] }
const partsOf = (stage: string) => parts[stage] ?? [stage]

/** Why a turn does not fit: another school has the stage in these days, or this one is no member when it begins. */
export function whyNotDuty(
  duty: Omit<Duty, 'school'>,
  others: readonly Duty[],
  memberships: readonly Membership[],
): Problem | undefined {
  const { fromDay: from, untilDay: until } = duty
  if (until < from) return organizationsProblems.endBeforeStart({ from, until })
  if (!intervalOn(memberships, from)) return organizationsProblems.dutyOutside({ day: from })
  const taken = others.find((other) => other.id !== duty.id && meets(duty, other))
  if (!taken) return undefined
  return organizationsProblems.dutyTaken({
    stage: taken.stage,
    school: taken.school,
    from: taken.fromDay,
    until: taken.untilDay,
  })
}

/**
 * The part that a school plays, where turns are registered: whose turn it is plays it, and of the others of that stage none
 * does, whatever the ledger said. A stage of which no turn is registered has what the ledger said.
 */
export function roleShown<R extends string>(
  member: { schoolId: number; role: R; stages: readonly string[] },
  turns: readonly Pick<Duty, 'schoolId' | 'stage'>[],
): R | '轮值校' | '成员校' {
  if (member.role === '牵头校') return member.role
  if (turns.some(({ schoolId }) => schoolId === member.schoolId)) return '轮值校'
  const spoken = turns.some(({ stage }) => partsOf(stage).some((part) => member.stages.includes(part)))
  return member.role === '轮值校' && spoken ? '成员校' : member.role
}

const meets = (a: Omit<Duty, 'school'>, b: Duty) =>
  a.fromDay <= b.untilDay && b.fromDay <= a.untilDay && partsOf(a.stage).some((part) => partsOf(b.stage).includes(part))
