import type { ReactNode } from 'react'
import { Sign } from './formation.tsx'

/** Nothing is here yet: what it is, and the way to fill it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="empty">
      <Sign width={132} birds={5} />
      <h1>{title}</h1>
      {children}
    </section>
  )
}
