import { dayInWords, dayOf, momentOf } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { CourseState, CourseTier, NewSession } from './course.contract.ts'
import { trainingProblems } from './problems.ts'

/** Who holds a course says its tier; a city or a partner holds none here. */
export function tierOfKind(kind: string): CourseTier | undefined {
  if (kind === 'school') return '校本'
  if (kind === 'cluster' || kind === 'group') return '学区集团'
  return kind === 'district' ? '区级' : undefined
}

/** What the state of a course is told by. */
export interface CourseFacts {
  tier: CourseTier
  startsAt: Date
  endsAt: Date
  /** The state of the latest declaration. */
  declared: '已申报' | '已认定' | '已退回' | null
  /** Its credits are written. */
  credited: boolean
}

export function stateOf({ tier, startsAt, endsAt, declared, credited }: CourseFacts, now: Date): CourseState {
  if (tier !== '学区集团' && credited) return '已记学分'
  if (declared) return declared
  if (now < startsAt) return '报名中'
  if (now < endsAt) return '进行中'
  return tier === '学区集团' ? '待申报' : '待记学分'
}

const closed: readonly CourseState[] = ['已申报', '已认定', '已记学分']

/** What was declared or has its credits is not changed any more. */
export const isClosed = (course: CourseFacts, now: Date): boolean => closed.includes(stateOf(course, now))

export const whyNotChange = (course: CourseFacts, now: Date): Problem | undefined =>
  isClosed(course, now) ? trainingProblems.closedCourse() : undefined

/** What stands against somebody's coming or going by themselves. */
export const whyNotEnrolOrLeave = (course: CourseFacts, now: Date): Problem | undefined =>
  now >= course.startsAt ? trainingProblems.begun() : undefined

/** Credits are for what is over. */
export function whyNotFinish(course: CourseFacts, now: Date): Problem | undefined {
  const against = whyNotChange(course, now)
  if (against || now >= course.endsAt) return against
  return trainingProblems.notYet({ day: dayInWords(dayOf(course.endsAt)) })
}

/** A session as the form gives it, as instants. */
export const instantsOf = ({ day, from, until }: Pick<NewSession, 'day' | 'from' | 'until'>) => ({
  startsAt: momentOf(day, from),
  endsAt: momentOf(day, until),
})
