import type { Context } from '#platform/context.ts'
import type { Book, Cells, LedgerSchool, LedgerSheet } from '#platform/ledger.ts'

export interface Taken<R> {
  added: R[]
  updated: R[]
  unchanged: R[]
  /** 'column: message' of each fault and warning. */
  faults: string[]
  warnings: string[]
}

/** A ledger in memory: what a sheet asks of it, without a file. */
export function ledgerBook(
  ctx: Context,
  cluster: { id: number; name: string; districtId: number },
  schoolYear: number,
): Book {
  const schools = new Map<number, LedgerSchool>()
  return {
    ctx,
    importId: ctx.newId(),
    districtId: cluster.districtId,
    cluster,
    schoolYear,
    school: (id) => schools.get(id),
    districtIds: () => [...new Set([cluster.districtId, ...[...schools.values()].map(({ districtId }) => districtId)])],
    decidesMembers: true,
    addSchool: (school) => void schools.set(school.id, school),
  }
}

/** Takes rows of cells, already read, by a sheet: looks up, resolves, compares, saves, as an import does. */
export async function take<R extends { key: string }, L>(
  sheet: LedgerSheet<R, L>,
  book: Book,
  rows: readonly Cells[],
): Promise<Taken<R>> {
  const taken: Taken<R> = { added: [], updated: [], unchanged: [], faults: [], warnings: [] }
  const empty: Cells = Object.fromEntries(sheet.columns.map(({ title }) => [title, null]))
  const numbered = rows.map((cells, at) => ({ row: at + 3, cells: { ...empty, ...cells } }))
  const looked = await sheet.prepare(book, numbered)
  const records: R[] = []
  for (const row of numbered) {
    const before = taken.faults.length
    const record = sheet.resolve(book, row, looked, {
      fault: (column, _code, message) => taken.faults.push(`${column}: ${message}`),
      warn: (column, _code, message) => taken.warnings.push(`${column}: ${message}`),
    })
    if (record && taken.faults.length === before) records.push(record)
  }
  const existing = await sheet.existing(book, records)
  const fields = Object.keys(sheet.compare) as (keyof R)[]
  for (const record of records) {
    const old = existing.get(record.key)
    const same = old && fields.every((field) => old[field] === record[field])
    taken[same ? 'unchanged' : old ? 'updated' : 'added'].push(record)
  }
  const news = [...taken.added, ...taken.updated]
  if (news.length > 0) await sheet.save(book, news, new Map(records.map(({ key }, at) => [key, at + 3])))
  return taken
}
