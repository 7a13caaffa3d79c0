import { defaultLimits, type SheetLimits } from './limits.ts'
import type { Workbook } from './workbook.ts'
import { openXlsx } from './xlsx.ts'

export interface OpenOptions {
  /** The file's own name, when `path` is a temporary one: a CSV's only sheet is called after it. */
  name?: string
  limits?: Partial<SheetLimits>
}

/** Opens a spreadsheet by its content, whatever its ending; throws a Problem of sheetProblems when it is none. */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  return openXlsx(path, { ...defaultLimits, ...options.limits })
}
