import { maskName, maskStaffNo } from '#shared/names.ts'

type Cells = Record<string, string | number | null>

/** What masking must know of a column. */
export interface PersonalColumn {
  key: string
  personal?: 'name' | 'number' | 'ground'
  schoolKey?: string
}

interface Row {
  schoolId: number
  subject: string
  cells: Cells
}

/**
 * A row as it may be shown: names and staff numbers of schools whose persons the reader does not see by name are masked.
 * `named` says of a school whether they are seen. Of rows that are not about persons the subject stays as it is.
 */
export function shownRow<R extends Row>(
  row: R,
  how: { aboutPersons: boolean; columns: readonly PersonalColumn[]; named: (schoolId: number) => boolean },
): R & { masked: boolean } {
  const cells = { ...row.cells }
  for (const { key, personal, schoolKey } of how.columns) {
    const value = cells[key]
    const school = schoolKey ? Number(cells[schoolKey]) : row.schoolId
    if (personal && typeof value === 'string' && !how.named(school)) cells[key] = masks[personal](value)
  }
  const masked = how.aboutPersons && !how.named(row.schoolId)
  return { ...row, cells, masked, subject: masked ? maskName(row.subject) : row.subject }
}

const masks = { name: maskName, number: maskStaffNo, ground: () => '—' }
