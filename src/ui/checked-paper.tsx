import type { ReactNode } from 'react'
import { FactList } from './fact-list.tsx'

interface Given {
  /** Whether it still holds. */
  holds: boolean
  /** What is to be said of it: 这份证明有效. */
  title: string
  /** What else must be known, under it. */
  told: readonly (string | null)[]
  facts: Parameters<typeof FactList>[0]['facts']
  children: ReactNode
}

/** A paper as whoever holds it compares it: whether it holds, and what stands on it. */
export const CheckedPaper = ({ holds, title, told, facts, children }: Given) => (
  <>
    <section>
      <h2>
        <span aria-hidden="true">{holds ? '✓' : '✕'}</span> {title}
      </h2>
      {told.filter(Boolean).map((words) => (
        <p key={words}>{words}</p>
      ))}
    </section>
    <FactList facts={facts} />
    {children}
  </>
)
