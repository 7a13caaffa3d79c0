import { dayInWords } from '#shared/day.ts'

/** A stay at another school, as a ledger's row tells it and as it is on file. */
export interface Stay {
  teacherId: string
  schoolId: number
  schoolYear: number
  fromSchoolId: number
  toSchoolId: number
  form: string
  startOn: string
  endOn: string | null
  groupNo: string | null
  status: string
}

/** One on file; of a batch its title says how it came about. */
export type StayOnFile = Stay & { batchTitle: string | null }

const isAt = (row: Stay) => (one: Stay) => one.teacherId === row.teacherId && one.toSchoolId === row.toSchoolId

/**
 * The rotation of a batch that a row of the ledger tells again: to the same school on the same day, or, where the ledger has
 * the day otherwise, in the same school year. Another stay on file under the row's own day is the row's own.
 */
export function stayOfBatch(row: Stay, onFile: readonly StayOnFile[]): StayOnFile | undefined {
  const there = onFile.filter(isAt(row))
  const sameDay = there.find(({ startOn }) => startOn === row.startOn)
  if (sameDay) return sameDay.batchTitle === null ? undefined : sameDay
  return there.find(
    ({ schoolYear, status, batchTitle }) => batchTitle !== null && schoolYear === row.schoolYear && status !== '已撤销',
  )
}

/** What the ledger says otherwise than the batch, by the column of the ledger; a cell that is empty says nothing. */
export function saidOtherwise(row: Stay, kept: StayOnFile, nameOf: (schoolId: number) => string) {
  const day = (value: string | null) => value && dayInWords(value)
  const told: readonly (readonly [column: string, said: string | null, stands: string | null])[] = [
    ['流出学校', nameOf(row.fromSchoolId), nameOf(kept.fromSchoolId)],
    ['交流方式', row.form, kept.form],
    ['开始日期', day(row.startOn), day(kept.startOn)],
    ['结束日期', day(row.endOn), day(kept.endOn)],
    ['组团编号', row.groupNo, kept.groupNo],
    ['状态', row.status, kept.status],
  ]
  return told
    .filter(([, said, stands]) => said !== null && said !== stands)
    .map(([column, said, stands]) => ({
      column,
      message: `${column}“${said}”与批次“${kept.batchTitle}”${stands === null ? '不同，批次中没有填' : `登记的“${stands}”不同`}，以批次为准，这一格不改动。`,
    }))
}
