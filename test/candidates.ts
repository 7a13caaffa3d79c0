import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Candidate, Measure, MeasureScope } from '#platform/measure.ts'

/** What a measure says of its candidates, in short: 'subject part ×weight' of the counted, 'subject: reason' of those left out, in order. */
export async function verdicts(db: Db, measure: Measure, scope: MeasureScope): Promise<string[]> {
  const { rows } = await sql<Candidate>`${measure.select(scope)}`.execute(db)
  const words = rows.map(({ subject, part, weight, counted, reason }) =>
    counted ? [subject, part, weight === 1 ? '' : `×${weight}`].filter(Boolean).join(' ') : `${subject}: ${reason}`,
  )
  return words.sort()
}

/** A measure of a module by its name. */
export const measureNamed = (measures: readonly Measure[], name: string): Measure =>
  measures.find((measure) => measure.name === name)!
