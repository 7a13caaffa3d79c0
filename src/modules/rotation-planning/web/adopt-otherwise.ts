import type { Exception, ProposedMove } from '../adopt.contract.ts'

/** What is otherwise for one teacher; what is undefined is as for everyone. */
export type Other = Partial<Pick<Exception, 'leftOut' | 'form' | 'termYears' | 'ftePercent' | 'weeklyLessons'>>
export type Otherwise = ReadonlyMap<string, Other>

/** Who is at another school already is left out, until somebody says otherwise. */
export const firstOtherwise = (moves: readonly ProposedMove[]): Otherwise =>
  new Map(moves.flatMap(({ teacherId, taken }) => (taken ? [[teacherId, { leftOut: true }] as const] : [])))

/** With one thing said of one teacher; said away again, it is as for everyone. */
export function saying(otherwise: Otherwise, teacherId: string, said: Other): Otherwise {
  const other = Object.fromEntries(
    Object.entries({ ...otherwise.get(teacherId), ...said }).filter(
      ([, value]) => value !== undefined && value !== false,
    ),
  ) as Other
  const next = new Map(otherwise)
  if (Object.keys(other).length === 0) next.delete(teacherId)
  else next.set(teacherId, other)
  return next
}

export const exceptionsOf = (otherwise: Otherwise) =>
  [...otherwise].map(([teacherId, { leftOut = false, ...other }]) => ({ teacherId, leftOut, ...other }))

export const leftOutIn = (otherwise: Otherwise): number => [...otherwise.values()].filter((one) => one.leftOut).length
