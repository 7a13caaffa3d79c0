import type { proofKinds } from './task.contract.ts'

export type ProofKind = (typeof proofKinds)[number]

const pages: readonly (readonly [ProofKind, RegExp])[] = [
  ['教研活动', /^\/research-activities\/([0-9a-f-]{36})$/],
  ['课程', /^\/courses\/([0-9a-f-]{36})$/],
  ['研修课程', /^\/training\/([0-9a-f-]{36})$/],
]

/** What an address leads to: on this site an activity, a course or a training course with its number, else a page elsewhere. */
export function proofAt(address: string): { kind: ProofKind; id?: string } {
  const { pathname } = new URL(address)
  for (const [kind, path] of pages) {
    const id = path.exec(pathname.replace(/\/$/, ''))?.[1]
    if (id !== undefined) return { kind, id }
  }
  return { kind: '网页' }
}

export const isLate = ({ doneOn, dueOn }: { doneOn: string | null; dueOn: string }, today: string): boolean =>
  doneOn === null && dueOn < today
