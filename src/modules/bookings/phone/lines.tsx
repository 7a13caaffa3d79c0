import type { ReactNode } from 'react'
import { dayWords, todayHere } from '#phone/clock.ts'
import type { Booking } from '../booking.contract.ts'

interface Listed<T> {
  title: string
  rows: readonly T[]
  children: (row: T) => ReactNode
}

/** A list under its title. */
export function Lines<T extends { id: string }>({ title, rows, children }: Listed<T>) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="m-lines">
        {rows.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </ul>
    </section>
  )
}

type Wanted = Pick<Booking, 'venue' | 'provider' | 'day' | 'from' | 'until' | 'purpose' | 'headCount'>

/** What one booked or waits for, and below it how it stands. */
export function What({ wanted, children }: { wanted: Wanted; children: ReactNode }) {
  const { venue, provider, day, from, until, purpose, headCount } = wanted
  return (
    <div className="m-what">
      <span className="m-when">
        {dayWords(day, todayHere())} {from}–{until}
      </span>
      <span>{venue}</span>
      <span className="quiet m-small">{[provider, purpose, `${headCount} 人`].join('，')}</span>
      {children}
    </div>
  )
}
