/** A row as far as finding the header needs it. */
export interface TextRow {
  row: number
  cells: readonly { column: number; text: string }[]
}

interface Titled {
  title: string
  aliases?: readonly string[]
}

/** Where a table's header stands. */
export interface Heading {
  /** The header's last row: data begin below it. */
  row: number
  /** The header's first row: titles stand above it. */
  top: number
  /** Column numbers (1-based) by the ledger's titles. */
  columns: ReadonlyMap<string, number>
  /** Those of them that a sender's own word stands for. */
  mapped: readonly { title: string; header: string }[]
  /** The headers that mean nothing here. */
  unknown: readonly { column: number; header: string }[]
}

/** What a sender calls a column, by an earlier answer. */
export interface OwnWord {
  header: string
  title: string
}

/** A header as it is compared: '＊工 号（必填）' is 工号. */
export const plainTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*※★:]+/g, '')
    .replace(/[([【].*?[)\]】]/g, '')

/**
 * Finds the header among the first rows of a sheet: the row, or two rows of a merged header, in which most columns are
 * named. Undefined when fewer than two are (one, where the sheet has no more).
 */
export function findHeading(
  rows: readonly TextRow[],
  columns: readonly Titled[],
  ownWords: readonly OwnWord[] = [],
): Heading | undefined {
  const least = Math.min(2, columns.length)
  const single = rows.map((row) => ({ row, below: undefined }))
  const double = rows.slice(0, -1).map((row, at) => ({ row, below: rows[at + 1] }))
  let best: Heading | undefined
  for (const { row, below } of [...single, ...double]) {
    const titles = titlesOf(row, below)
    const matched = matchColumns(titles, columns)
    const mapped = matchOwnWords(titles, columns, ownWords, matched)
    if (matched.size < least || matched.size <= (best?.columns.size ?? 0)) continue
    best = { row: below?.row ?? row.row, top: row.row, columns: matched, mapped, unknown: unknownOf(titles, matched) }
  }
  return best
}

/** The titles that each column may go by: its own, or with the group above it that spans several columns. */
function titlesOf(row: TextRow, below: TextRow | undefined): Map<number, string[]> {
  const upper = new Map(row.cells.map(({ column, text }) => [column, plainTitle(text)]))
  const lower = new Map(below?.cells.map(({ column, text }) => [column, plainTitle(text)]))
  const titles = new Map<number, string[]>()
  let group = ''
  const last = Math.max(0, ...upper.keys(), ...lower.keys())
  for (let column = 1; column <= last; column++) {
    const [own, under] = [upper.get(column) ?? '', lower.get(column) ?? '']
    if (own) group = own
    const possible = below ? [under && group + under, under, own] : [own]
    titles.set(
      column,
      possible.filter((title) => title !== ''),
    )
  }
  return titles
}

/** Each column by its own title first, then by the titles that mean the same; no column of the sheet serves twice. */
function matchColumns(titles: ReadonlyMap<number, readonly string[]>, columns: readonly Titled[]): Map<string, number> {
  const matched = new Map<string, number>()
  const taken = new Set<number>()
  const match = (title: string, wanted: readonly string[]) => {
    if (matched.has(title)) return
    const hit = [...titles].find(([at, names]) => !taken.has(at) && names.some((name) => wanted.includes(name)))
    if (!hit) return
    matched.set(title, hit[0])
    taken.add(hit[0])
  }
  for (const { title } of columns) match(title, [plainTitle(title)])
  for (const { title, aliases = [] } of columns) match(title, aliases.map(plainTitle))
  return matched
}

/** Columns that are still missing, by the sender's own words for them; their own titles have won already. */
function matchOwnWords(
  titles: ReadonlyMap<number, readonly string[]>,
  columns: readonly Titled[],
  ownWords: readonly OwnWord[],
  matched: Map<string, number>,
): OwnWord[] {
  return ownWords.filter(({ header, title }) => {
    if (header === '' || matched.has(title) || !columns.some((column) => column.title === title)) return false
    const taken = new Set(matched.values())
    const hit = [...titles].find(([at, names]) => !taken.has(at) && names.includes(header))
    if (hit) matched.set(title, hit[0])
    return hit !== undefined
  })
}

function unknownOf(titles: ReadonlyMap<number, readonly string[]>, matched: ReadonlyMap<string, number>) {
  const taken = new Set(matched.values())
  return [...titles].flatMap(([column, [header]]) => (header && !taken.has(column) ? [{ column, header }] : []))
}

const tableWords = /(基本|工作|年度)?(情况|信息|统计|汇总|一览|登记|数据|花名|名|明细)*(表|册|台账|清单)?$/

/** A sheet's name as it is compared: '2.教师情况表(2023学年)' is 教师. */
export function plainSheetName(name: string): string {
  const text = plainTitle(name)
    .replace(/(20)?\d{2}([-—–~至](20)?\d{2})?学年度?/g, '')
    .replace(/^(表|附表|附件|sheet)?[\d一二三四五六七八九十]*[、.\-_]?/i, '')
  return text.replace(tableWords, '') || text
}

/** How much a sheet's header looks like one of the ledger's sheets: 0, or the share of its columns that are there. */
export function likeness(heading: Heading | undefined, columns: readonly (Titled & { required?: boolean })[]): number {
  if (!heading || columns.some(({ title, required }) => required && !heading.columns.has(title))) return 0
  return heading.columns.size / columns.length
}
