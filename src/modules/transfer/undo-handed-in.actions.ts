import type { Db } from '#platform/database/database.ts'
import { listSchoolsWithRows } from '#platform/fact-rows.ts'
import { deleteRecorded, noteStale, type FactKey } from '#platform/facts.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import { grouped } from '#shared/group.ts'
import type { ImportRow } from './import.sql.ts'
import type { TraceRow } from './trace.sql.ts'
import { listHandedInByOthers, updateFresh } from './undo.sql.ts'

const nameOf = ({ districtId, schoolId, schoolYear, source }: FactKey) =>
  `${districtId}|${schoolId}|${schoolYear}|${source}`

/**
 * Takes back what the import was the first to hand in, unless another import handed it in too (that one is the first now),
 * or rows of it stand.
 */
export async function takeBackHandedIn(
  db: Db,
  sheets: readonly AnyLedgerSheet[],
  one: ImportRow,
  { fresh }: TraceRow,
): Promise<void> {
  const open = new Map(fresh.map((key) => [nameOf(key), key]))
  for (const other of await listHandedInByOthers(db, one)) {
    const also = other.handedIn.filter((key) => open.has(nameOf(key)))
    if (also.length === 0) continue
    await updateFresh(db, one.districtId, other.importId, [...other.fresh, ...also])
    for (const key of also) open.delete(nameOf(key))
  }
  const gone = await withoutRows(db, sheets, [...open.values()])
  await deleteRecorded(db, gone)
  await noteStale(db, gone)
}

async function withoutRows(db: Db, sheets: readonly AnyLedgerSheet[], keys: readonly FactKey[]): Promise<FactKey[]> {
  const gone: FactKey[] = []
  for (const [, group] of grouped(keys, ({ source, schoolYear }) => `${source}|${schoolYear}`)) {
    const { source, schoolYear } = group[0]!
    const sheet = sheets.find((one) => one.source === source)
    const ids = group.map(({ schoolId }) => schoolId)
    const standing = new Set(sheet ? await listSchoolsWithRows(db, sheet.facts, ids, schoolYear) : [])
    gone.push(...group.filter(({ schoolId }) => !standing.has(schoolId)))
  }
  return gone
}
