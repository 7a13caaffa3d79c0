import type { Problem } from '#shared/problem.ts'
import { mobilityProblems } from './problems.ts'
import { endOf, type Term } from './term.rules.ts'

const FULL = 100

/** How much of a teacher's time another school has, from one day to another. */
export interface Placement extends Term {
  form: string
  /** null: nobody said; the form decides whether it is all of it. */
  ftePercent: number | null
  toSchool: string
}

interface Asked {
  name: string
  /** The forms that take a teacher whole where nobody says otherwise. */
  fullTimeForms: ReadonlySet<string>
  others: readonly Placement[]
}

/** How much of the teacher's time it takes, in percent. */
export const percentOf = (
  { form, ftePercent }: Pick<Placement, 'form' | 'ftePercent'>,
  fullTimeForms: ReadonlySet<string>,
): number => ftePercent ?? (fullTimeForms.has(form) ? FULL : 0)

const meets = (a: Term, b: Term): boolean => a.startOn <= endOf(b) && b.startOn <= endOf(a)

/** Why a teacher cannot be placed so beside the other placements; they may be at several schools, but no more than whole. */
export function whyNotPlace(placed: Placement, { name, fullTimeForms, others }: Asked): Problem | undefined {
  const asked = percentOf(placed, fullTimeForms)
  const met = others.filter((one) => meets(one, placed))
  const whole = met.find((one) => percentOf(one, fullTimeForms) >= FULL)
  if (whole && asked >= FULL)
    return mobilityProblems.overlap({ name, school: whole.toSchool, startOn: whole.startOn, endOn: endOf(whole) })
  // The load changes only where a placement begins, so the days to look at are the first days.
  const days = [placed, ...met].map(({ startOn }) => startOn).filter((day) => within(placed, day))
  const loads = days.map((day) =>
    sum(met.filter((one) => within(one, day)).map((one) => percentOf(one, fullTimeForms))),
  )
  const percent = Math.max(0, ...loads)
  return percent + asked > FULL ? mobilityProblems.tooMuch({ name, percent, asked }) : undefined
}

const within = (term: Term, day: string): boolean => term.startOn <= day && day <= endOf(term)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
