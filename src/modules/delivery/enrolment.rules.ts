import { dayInWords } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { ClassLine } from './enrolment.contract.ts'
import type { Mode, Share } from './offering.contract.ts'
import { deliveryProblems } from './problems.ts'

/** An offering as far as enrolling goes. */
export interface Open {
  schoolId: number
  mode: Mode
  places: number
  shares: readonly Share[]
  /** Where its lessons are. */
  at: readonly number[]
  enrolUntil: string
  /** How many pupils are enrolled by now, by school. */
  taken: ReadonlyMap<number, number>
}

/** Whether a school may enrol at all: what comes to other schools is for those to which it comes. */
export const isFor = ({ schoolId: giver, mode, shares, at }: Open, schoolId: number): boolean =>
  schoolId !== giver &&
  (mode !== '教师走教' || at.includes(schoolId)) &&
  (shares.length === 0 || shares.some((share) => share.schoolId === schoolId))

/** How many places are left for a school, its own enrolment left aside. */
export function placesFor({ places, shares, taken }: Open, schoolId: number): number {
  const others = [...taken].reduce((sum, [id, n]) => (id === schoolId ? sum : sum + n), 0)
  const share = shares.find((one) => one.schoolId === schoolId)?.places ?? places
  return Math.max(0, Math.min(share, places - others))
}

const classKey = ({ grade, className }: Pick<ClassLine, 'grade' | 'className'>): string =>
  grade + className.normalize('NFKC').replace(/\s/g, '')

export const headsIn = (classes: readonly Pick<ClassLine, 'headCount'>[]): number =>
  classes.reduce((sum, { headCount }) => sum + headCount, 0)

interface Enrolling {
  schoolId: number
  school: string
  classes: readonly ClassLine[]
  today: string
}

/** Why a school's classes cannot be enrolled so; undefined where they can. Fewer than before are let at any time. */
export function whyNotEnrol(open: Open, { schoolId, school, classes, today }: Enrolling): Problem | undefined {
  if (schoolId === open.schoolId) return deliveryProblems.givesIt()
  if (!isFor(open, schoolId)) return deliveryProblems.notForYou({ school })
  const twice = classes.find((one, n) => classes.findIndex((other) => classKey(other) === classKey(one)) !== n)
  if (twice) return deliveryProblems.classTwice({ name: twice.grade + twice.className })
  const wanted = headsIn(classes)
  if (wanted <= (open.taken.get(schoolId) ?? 0)) return undefined
  if (today > open.enrolUntil) return deliveryProblems.closed({ day: dayInWords(open.enrolUntil) })
  const left = placesFor(open, schoolId)
  return wanted > left
    ? deliveryProblems.full({ words: `名额不够：${school}还可以报 ${left} 人，填了 ${wanted} 人。请减少班级或人数。` })
    : undefined
}

/** The schools whose pupils are at a session: where lessons come to schools, those of that school. */
export const schoolsAt = (
  mode: Mode,
  session: { schoolId: number },
  enrolled: readonly { schoolId: number }[],
): number[] => [
  ...new Set(enrolled.map(({ schoolId }) => schoolId).filter((id) => mode !== '教师走教' || id === session.schoolId)),
]

/** At how many sessions that were held a school was present. */
export const sessionsOf = (
  schoolId: number,
  sessions: readonly { state: string; present: readonly { schoolId: number; people: number }[] }[],
): number =>
  sessions.filter(
    ({ state, present }) => state === '已上' && present.some((one) => one.schoolId === schoolId && one.people > 0),
  ).length
