import { Problem } from '#shared/problem.ts'
import type { NeedLine, SchoolAnswerFields, SchoolPage } from '../needs.contract.ts'

/** What a school is filling in, before it is handed in. */
export interface Draft {
  lines: NeedLine[]
  mostOut: number | null
  mostIn: number | null
  kept: { teacherId: string; reason: string }[]
  note: string
}

export const draftOf = ({ lines, mostOut, mostIn, kept, note }: SchoolPage): Draft => ({
  lines: [...lines],
  mostOut,
  mostIn,
  kept: [...kept],
  note: note ?? '',
})

export const keyOf = ({ stage, subject }: { stage: string; subject: string }): string => `${stage}|${subject}`

/** As it is handed in: what is level needs no word. */
export const fieldsOf = ({ lines, mostOut, mostIn, kept, note }: Draft): SchoolAnswerFields => ({
  needs: needed(lines).map(({ stage, subject, lacks }) => ({ stage, subject, lacks })),
  mostOut,
  mostIn,
  kept,
  note,
})

const needed = (lines: readonly NeedLine[]) => lines.filter(({ lacks }) => lacks !== 0)

/** What was found wrong, each at its place in the draft; the rest stands at the foot. */
export function faultsOf(error: unknown, { lines, kept }: Draft) {
  const issues = error instanceof Problem ? error.facts['issues'] : undefined
  const found = Array.isArray(issues) ? (issues as { path: string; message: string }[]) : []
  const at = (path: string) => found.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message
  const order = needed(lines).map(keyOf)
  return {
    line: (line: NeedLine) => {
      const index = order.indexOf(keyOf(line))
      return index < 0 ? undefined : at(`needs.${index}`)
    },
    reason: (teacherId: string) => at(`kept.${kept.findIndex((one) => one.teacherId === teacherId)}`),
    kept: found.find(({ path }) => path === 'kept')?.message,
    any: found.length > 0,
  }
}
export type Faults = ReturnType<typeof faultsOf>
