import { countByImport, listFactRows } from '#platform/fact-rows.ts'
import { noteRecorded, noteStale, type FactKey } from '#platform/facts.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import {
  findClusterState,
  isSameState,
  listSchoolsOf,
  schoolsIn,
  type ClusterState,
} from '#modules/organizations/index.ts'
import type { OpenBook } from './book.ts'
import { findTrace, insertOverwritten, saveTrace, type Confirmed, type TraceRow } from './trace.sql.ts'

/**
 * Keeps what an import is about to change, so that it can be undone as a whole: rows that it writes over, and the
 * cluster's members and schools. Rows that it adds need nothing.
 */
export class Trace {
  readonly #book: OpenBook
  readonly #kept: TraceRow | undefined
  #before: ClusterState
  readonly #handedIn: FactKey[] = []
  readonly #fresh: FactKey[] = []
  readonly #confirmed = new Map<string, Confirmed>()

  private constructor(book: OpenBook, before: ClusterState, kept: TraceRow | undefined) {
    this.#book = book
    this.#before = before
    this.#kept = kept
  }

  static async open(book: OpenBook): Promise<Trace> {
    const { ctx, cluster, schoolYear } = book
    const members = await listSchoolsOf(ctx.db, cluster.id, schoolYear)
    const ids = members.map(({ id }) => id)
    return new Trace(book, await findClusterState(ctx.db, cluster.id, ids), await findTrace(ctx.db, book))
  }

  /** Before records are written: `changed` are those that are on file already. */
  async beforeSave(sheet: AnyLedgerSheet, all: readonly object[], changed: readonly object[]): Promise<void> {
    if (sheet.source === 'organizations.schools') await this.#beforeSchools(all as { id: number }[])
    if (changed.length === 0) return
    const { db } = this.#book.ctx
    const rows = await listFactRows(db, sheet.facts, ...this.#like(sheet, changed))
    const others = rows.filter(({ importId }) => importId !== this.#book.importId)
    if (others.length > 0) await insertOverwritten(db, this.#book, sheet.name, others)
  }

  /** Records that are on file as the import says: whoever brought them in cannot take them back any more by itself. */
  async confirm(sheet: AnyLedgerSheet, records: readonly object[]): Promise<void> {
    if (records.length === 0) return
    for (const { importId, rows } of await countByImport(this.#book.ctx.db, sheet.facts, ...this.#like(sheet, records)))
      if (importId !== this.#book.importId) this.#noteConfirmed({ sheet: sheet.name, importId, rows })
  }

  #noteConfirmed({ sheet, importId, rows }: Confirmed): void {
    const place = `${sheet} ${importId}`
    const before = this.#confirmed.get(place)?.rows ?? 0
    this.#confirmed.set(place, { sheet, importId, rows: before + rows })
  }

  /** How the rows of these records are found: by which columns, and what stands in them. */
  #like(sheet: AnyLedgerSheet, records: readonly object[]): [columns: string[], like: string] {
    const like: Readonly<Record<string, unknown>>[] = records.map((record) => sheet.rowOf(this.#book, record))
    return [Object.keys(like[0]!), JSON.stringify(like)]
  }

  /** Schools that were no members may be on file elsewhere. */
  async #beforeSchools(schools: readonly { id: number }[]): Promise<void> {
    const { ctx, cluster } = this.#book
    const known = new Set(schoolsIn(this.#before))
    const others = schools.map(({ id }) => id).filter((id) => !known.has(id))
    if (others.length === 0) return
    const { units } = await findClusterState(ctx.db, cluster.id, others)
    this.#before = withUnits(this.#before, units)
    for (const id of others) this.#asked.add(id)
  }

  readonly #asked = new Set<number>()

  /** Notes what was handed in by the import: its counts are 0 from now on where nothing was on record. */
  async handIn(keys: readonly FactKey[]): Promise<void> {
    const { db } = this.#book.ctx
    const fresh = await noteRecorded(db, keys)
    await noteStale(db, fresh)
    this.#handedIn.push(...keys)
    this.#fresh.push(...fresh)
  }

  async close(): Promise<void> {
    const { ctx, cluster } = this.#book
    const ids = [...new Set([...schoolsIn(this.#before), ...this.#asked])]
    const after = await findClusterState(ctx.db, cluster.id, ids)
    const kept = this.#kept
    const isNews = !isSameState(this.#before, after)
    await saveTrace(ctx.db, this.#book, {
      handedIn: [...(kept?.handedIn ?? []), ...this.#handedIn],
      fresh: [...(kept?.fresh ?? []), ...this.#fresh],
      confirmed: [...(kept?.confirmed ?? []), ...this.#confirmed.values()],
      ...(isNews ? this.#joined(after) : { before: kept?.before ?? null, after: kept?.after ?? null }),
    })
  }

  /** Of an import whose refused rows come in later, the state before the first of its rows counts. */
  #joined(after: ClusterState): Pick<TraceRow, 'before' | 'after'> {
    const kept = this.#kept
    if (!kept?.before || !kept.after) return { before: this.#before, after }
    const known = new Set(kept.after.units.map(({ id }) => id))
    const more = this.#before.units.filter(({ id }) => !known.has(id))
    return { before: withUnits(kept.before, more), after: withUnits(after, kept.after.units) }
  }
}

/** A state with these units more; those that it has stay as they are in it. */
function withUnits(state: ClusterState, more: ClusterState['units']): ClusterState {
  const units = new Map([...more, ...state.units].map((unit) => [unit['id'] as number, unit]))
  return { ...state, units: [...units.values()].sort((a, b) => Number(a['id']) - Number(b['id'])) }
}
