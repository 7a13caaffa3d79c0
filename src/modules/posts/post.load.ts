import { within } from '#shared/access.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import type { CellValue, WrittenColumn } from '#platform/sheet/table.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { listMembers, listUnitNames, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { speaksFor } from './post.access.ts'

export interface NamedMember extends Member {
  name: string
  /** The reader speaks for it. */
  own: boolean
}

/** The members of a cluster in a school year whom the reader sees, by name. */
export async function readMembers(ctx: Context, unit: UnitSubject, year: number): Promise<NamedMember[]> {
  const found = (await listMembers(ctx.db, unit.id, [year])).filter((member) => within(ctx.actor.sees, member))
  const named = await listUnitNames(
    ctx.db,
    found.map(({ schoolId }) => schoolId),
  )
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return found.map((member) => ({
    ...member,
    name: names.get(member.schoolId) ?? '',
    own: speaksFor(ctx.actor, { ...member, clusterIds: [unit.id] }),
  }))
}

export const districtsOf = (unit: { districtId: number }, members: readonly { districtId: number }[]): number[] => [
  ...new Set([unit.districtId, ...members.map(({ districtId }) => districtId)]),
]

export const noteAt = ({ id, districtId }: UnitSubject) => ({ districtId, unitId: id, subjectId: String(id) })

interface Exported {
  /** 骨干教师蓄水池 */
  name: string
  columns: readonly WrittenColumn[]
  rows: readonly (readonly CellValue[])[]
}

/** A list of a cluster and school year as a workbook of one sheet. */
export function exportOf(ctx: Context, unit: UnitSubject, year: number, { name, columns, rows }: Exported): Download {
  const title = `${unit.name}${schoolYearName(year)}${name}`
  ctx.note({ ...noteAt(unit), schoolYear: year, rows: rows.length })
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([{ name, title, columns, rows }]))
}
