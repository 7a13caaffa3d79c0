import type { VacancyLine } from '../vacancy.contract.ts'

/** What a school states of one stage and subject, beside who teaches it. */
export type Line = Pick<VacancyLine, 'stage' | 'subject' | 'established' | 'filled' | 'leaving' | 'fromDay' | 'note'>

const isOf = (one: Line) => (other: Line) => one.stage === other.stage && one.subject === other.subject

/** The lines as they were typed, with who teaches today; a subject that came into the register since stands below. */
export const withRegister = (typed: readonly Line[], found: readonly Line[]): Line[] => [
  ...typed.map((line) => ({ ...line, filled: found.find(isOf(line))?.filled ?? line.filled })),
  ...found.filter((line) => !typed.some(isOf(line))),
]
