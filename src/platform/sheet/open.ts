import { basename } from 'node:path'
import { openDelimited } from './delimited.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { sniffContent } from './sniff.ts'
import type { Workbook } from './workbook.ts'
import { openOldFormat } from './xls.ts'
import { openXlsx } from './xlsx.ts'

export interface OpenOptions {
  /** The file's own name, when `path` is a temporary one: the only sheet of a CSV is called after it. */
  name?: string
  limits?: Partial<SheetLimits>
}

/**
 * Opens a spreadsheet by its content, whatever its ending: .xlsx, .xls, .et, a web page called .xls, CSV.
 * Throws a Problem of sheetProblems for anything else and for what costs too much. To be closed by the caller.
 */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  const name = options.name ?? basename(path)
  const limits = { ...defaultLimits, ...options.limits }
  const content = await sniffContent(path, name)
  if (content === 'xlsx') return openXlsx(path, limits)
  if (content === 'csv') return openDelimited(path, name, limits)
  return openOldFormat(path, name, content, limits)
}
