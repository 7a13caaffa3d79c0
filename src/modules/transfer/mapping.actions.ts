import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { plainTitle } from './heading.rules.ts'
import { matchOf, mayBeMapped, type ColumnMatch, type HeaderMapping } from './mapping.rules.ts'
import { deleteMappings, insertMappings, listMappingsFor, type Sender } from './mapping.sql.ts'
import type { FoundSheet } from './workbook.ts'

/** What the sender of an import calls columns, and what others of the same cluster call them. */
export interface Answers {
  answers: HeaderMapping[]
  others: HeaderMapping[]
}

export async function answersFor(db: Db, importId: string): Promise<Answers> {
  const all = await listMappingsFor(db, importId)
  return { answers: all.filter(({ own }) => own), others: all.filter(({ own }) => !own) }
}

/** What there is to say about the columns of the sheets of a file. */
export const matchesOf = (
  found: readonly FoundSheet[],
  answers: readonly HeaderMapping[],
  others: readonly HeaderMapping[],
): ColumnMatch[] =>
  found.flatMap(({ sheet, heading }) => {
    const of = (all: readonly HeaderMapping[]) => all.filter((one) => one.sheet === sheet.name)
    return matchOf(sheet, heading, of(answers), of(others)) ?? []
  })

/** Remembers what a sender calls columns, in the place of what was said of the same headers and columns before. */
export async function rememberAnswers(ctx: Context, sender: Sender, answers: readonly HeaderMapping[]): Promise<void> {
  const said = answers
    .map((one) => ({ ...one, header: plainTitle(one.header) }))
    .filter(({ header }) => header === '' || mayBeMapped(header, []))
  const plain = [...new Map(said.map((one) => [`${one.sheet} ${one.header} ${one.title}`, one])).values()]
  for (const sheet of new Set(plain.map((one) => one.sheet))) {
    const of = plain.filter((one) => one.sheet === sheet)
    const [headers, titles] = [of.map(({ header }) => header), of.map(({ title }) => title)]
    const waived = of.filter(({ header }) => header === '').map(({ title }) => title)
    await deleteMappings(ctx.db, sender, sheet, { headers, titles, waived })
  }
  if (plain.length === 0) return
  await insertMappings(
    ctx.db,
    sender,
    plain.map((one) => ({ ...one, id: ctx.newId(), usedAt: ctx.now })),
  )
}
