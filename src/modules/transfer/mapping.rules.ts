import { nearest } from '#shared/nearest.ts'
import { plainTitle, type Heading } from './heading.rules.ts'
import { hasIdNumber } from './privacy.rules.ts'

/** What a sender calls a column: their header, the ledger's title. header '': their files have no such column. */
export interface HeaderMapping {
  sheet: string
  header: string
  title: string
}

interface Wanted {
  title: string
  aliases?: readonly string[]
  required?: boolean
}

/** A column of the ledger that a sheet does not have by any of its titles. */
export interface MissingColumn {
  title: string
  required: boolean
  /** The sheet cannot be read without it, or one of the headers is much like it: it is asked for at once. */
  asked: boolean
  /** The sender has said that their files have no such column. */
  waived: boolean
  /** The header to be offered first; '' where none is likely. */
  offered: string
}

/** How the columns of one sheet were found, as far as a person has a say in it. */
export interface ColumnMatch {
  sheet: string
  missing: MissingColumn[]
  /** Headers of the sheet that were read as nothing. */
  headers: string[]
  /** Headers that an earlier answer gave a meaning. */
  mapped: { title: string; header: string }[]
}

const sensitive = /身份证|证件|护照/

/** Whether a column may be spoken of and remembered: none that holds ID numbers. */
export const mayBeMapped = (header: string, writings: readonly string[]): boolean =>
  header !== '' && header.length <= 60 && !sensitive.test(header) && ![header, ...writings].some(hasIdNumber)

const LIKELY = 0.5

/** How much a header is like a title: 1 the same, 0 nothing in common. */
export function resemblance(header: string, title: string): number {
  const [written, wanted] = [plainTitle(header), plainTitle(title)]
  if (written === '' || wanted === '') return 0
  const shared = [...wanted].filter((letter) => written.includes(letter)).length
  const within = written.includes(wanted) || wanted.includes(written) ? 0.5 : 0
  return Math.min(1, (shared * 2) / (written.length + wanted.length) + within)
}

const bestOf = (titles: readonly string[], header: string) =>
  Math.max(...titles.map((title) => resemblance(header, title)))

/** What can be asked about a sheet's columns; undefined where nothing is missing, or nothing could stand for it, and no answer is in use. */
export function matchOf(
  sheet: { name: string; columns: readonly Wanted[] },
  heading: Heading | undefined,
  answers: readonly HeaderMapping[],
  others: readonly HeaderMapping[],
): ColumnMatch | undefined {
  const headers = (heading?.unknown ?? []).map(({ header }) => header)
  const mapped = (heading?.mapped ?? []).map(({ title, header }) => ({ title, header }))
  const waived = (title: string) => answers.some((one) => one.title === title && one.header === '')
  const missing = sheet.columns
    .filter(({ title }) => !heading?.columns.has(title))
    .map((column) => missingColumn(column, headers, others, waived(column.title)))
  if (mapped.length === 0 && (missing.length === 0 || headers.length === 0)) return undefined
  return { sheet: sheet.name, missing, headers, mapped }
}

/** Whether a question about columns waits for its answer: until then nobody knows what the file says. */
export const isUnanswered = (
  matches: readonly { missing: readonly { asked: boolean; waived?: boolean | undefined }[] }[],
): boolean => matches.some(({ missing }) => missing.some(({ asked, waived }) => asked && !waived))

function missingColumn(
  { title, aliases = [], required = false }: Wanted,
  headers: readonly string[],
  others: readonly HeaderMapping[],
  waived: boolean,
): MissingColumn {
  const said = headers.find((header) =>
    others.some((one) => one.title === title && one.header !== '' && one.header === plainTitle(header)),
  )
  const likeliest = [...headers].sort((a, b) => bestOf([title, ...aliases], b) - bestOf([title, ...aliases], a))[0]
  const likely = likeliest !== undefined && bestOf([title, ...aliases], likeliest) >= LIKELY ? likeliest : undefined
  const guess = said ?? likely ?? (required ? nearest(title, headers) : undefined)
  const asked = headers.length > 0 && (required || (!waived && (said ?? likely) !== undefined))
  return { title, required, asked, waived, offered: waived ? '' : (guess ?? '') }
}
