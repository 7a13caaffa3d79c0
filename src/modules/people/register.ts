import { maskName } from '#shared/names.ts'
import type { Book, Findings, LedgerRow } from '#platform/ledger.ts'
import { listTeachersByStaffNo } from './register.sql.ts'

/** A teacher as the register of the ledger's school year has them. */
export interface RegisteredTeacher {
  teacherId: string
  staffNo: string
  name: string
  schoolId: number
  districtId: number
  /** The name may be told: not where a school hands in and the teacher is another school's. */
  named: boolean
}

/** The teachers that a batch of ledger rows names by 工号. */
export interface Register {
  /** The teacher of a cell; undefined where the cell is empty, or unknown, which is a fault of that cell. */
  teacherOf(row: LedgerRow, column: string, findings: Findings): RegisteredTeacher | undefined
}

/** Looks up the teachers whose 工号 stand in these columns, in the cluster's register of the ledger's own school year. */
export async function readRegister(
  book: Book,
  rows: readonly LedgerRow[],
  staffNoColumns: readonly string[],
): Promise<Register> {
  const asked = new Set(rows.flatMap(({ cells }) => staffNoColumns.flatMap((column) => spellings(cells[column]))))
  const found =
    asked.size > 0 ? await listTeachersByStaffNo(book.ctx.db, book.districtIds(), book.schoolYear, [...asked]) : []
  const members = found.filter(({ schoolId }) => book.school(schoolId))
  const byStaffNo = new Map(
    members.map((teacher) => [
      teacher.staffNo,
      { ...teacher, named: book.ownSchool === undefined || teacher.schoolId === book.ownSchool },
    ]),
  )
  return {
    teacherOf(row, column, findings) {
      const staffNo = row.cells[column]
      if (typeof staffNo !== 'string') return undefined
      const teacher = byStaffNo.get(staffNo)
      if (!teacher) findings.fault(column, 'people.unknownTeacher', unknown(book, staffNo, byStaffNo))
      return teacher
    },
  }
}

/** A warning where the name beside a 工号 is not the one in the register. */
export function compareName(
  row: LedgerRow,
  column: string,
  teacher: RegisteredTeacher | undefined,
  findings: Findings,
): void {
  const name = row.cells[column]
  if (!teacher || typeof name !== 'string' || name === teacher.name) return
  findings.warn(
    column,
    'people.otherName',
    `姓名“${name}”与工号“${teacher.staffNo}”在名册中的姓名“${nameTold(teacher)}”不一致，请核对。`,
  )
}

const nameTold = ({ name, named }: RegisteredTeacher) => (named ? name : maskName(name))

/** Spreadsheets drop leading zeros, so the numbers with one and two more are asked for as well. */
const spellings = (staffNo: unknown): string[] =>
  typeof staffNo === 'string' ? [staffNo, `0${staffNo}`, `00${staffNo}`] : []

function unknown(book: Book, staffNo: string, known: ReadonlyMap<string, RegisteredTeacher>): string {
  const meant = spellings(staffNo).find((spelling) => known.has(spelling))
  const hint = meant ? `，可能是“${meant}”，前面少了 0` : ''
  return `工号“${staffNo}”不在${book.schoolYear}学年的教师名册中${hint}。`
}
