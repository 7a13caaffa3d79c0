import { sql, type RawBuilder } from 'kysely'
import type { Db } from './database.ts'
import { preparedIf } from './prepared.ts'

/** A select that is not asked yet, so that it can be asked together with others. */
export type Question<Row> = RawBuilder<Row>

type Answers<Q> = { [K in keyof Q]: Q[K] extends Question<infer Row> ? Row[] : never }

/**
 * Asks several questions in one statement, where each way to the database and back is felt. The answers come as JSON has
 * them: days, numbers and texts as always, instants as ISO texts. `usual`: always in the same words, and so kept.
 */
export async function together<Q extends Record<string, Question<unknown>>>(
  db: Db,
  questions: Q,
  usual = true,
): Promise<Answers<Q>> {
  const lists = Object.entries(questions).map(
    ([name, question]) => sql`(select coalesce(json_agg(q), '[]') from (${question}) q) as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Answers<Q>>`${preparedIf(usual)} select ${sql.join(lists)}`.execute(db)
  return rows[0]!
}

/** Asks one question. */
export async function ask<Row>(db: Db, question: Question<Row>, usual = true): Promise<Row[]> {
  const { rows } = await sql<Row>`${preparedIf(usual)} ${question}`.execute(db)
  return rows
}
