import { grouped } from '#shared/group.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import {
  filed,
  scopeOf,
  warnOutsideYear,
  type Book,
  type Findings,
  type LedgerRow,
  type LedgerSheet,
} from '#platform/ledger.ts'
import { compareName, readRegister, type Register, type RegisteredTeacher } from '#modules/people/index.ts'
import { countRotations, listRotations, listStays, saveRotations } from './rotation.sql.ts'
import { saidOtherwise, stayOfBatch, type Stay, type StayOnFile } from './same-stay.rules.ts'

/** A rotation as the ledger states it; `schoolId` is where the teacher is at home that year. */
export interface RotationRecord extends Stay {
  key: string
  districtId: number
  name: string
}

interface Looked {
  register: Register
  /** What is on file, by teacher. */
  stays: ReadonlyMap<string, readonly StayOnFile[]>
}

export const rotationSheet: LedgerSheet<RotationRecord, Looked> = {
  name: '交流轮岗',
  source: 'mobility.rotations',
  large: true,
  facts: { name: 'mobility.rotation', key: ['district_id', 'id'] },
  home: '工号',
  rowOf: (_, { districtId, teacherId, toSchoolId, startOn }) => ({
    district_id: districtId,
    teacher_id: teacherId,
    to_school_id: toSchoolId,
    start_on: startOn,
  }),
  key: ['工号', '流入学校', '开始日期'],
  columns: [
    { title: '工号', aliases: ['教师工号'], kind: 'code', required: true },
    { title: '姓名', aliases: ['教师姓名'], kind: 'name', required: true },
    { title: '流出学校', aliases: ['派出学校'], kind: 'school' },
    { title: '流入学校', aliases: ['接收学校'], kind: 'school', required: true },
    {
      title: '交流方式',
      aliases: ['交流形式', '轮岗方式'],
      kind: 'text',
      required: true,
      oneOf: ['定期交流', '跨校兼课', '互补代课', '学区带教', '组团流动', '走教'],
    },
    { title: '开始日期', aliases: ['开始时间', '起始日期'], kind: 'day', required: true },
    { title: '结束日期', aliases: ['结束时间', '终止日期'], kind: 'day' },
    { title: '组团编号', kind: 'code' },
    { title: '状态', kind: 'text', required: true, oneOf: ['拟定', '已批准', '已生效', '已结束', '已撤销'] },
  ],
  compare: {
    schoolId: '教师所在学校',
    fromSchoolId: '流出学校',
    form: '交流方式',
    endOn: '结束日期',
    groupNo: '组团编号',
    status: '状态',
  },
  subject: ({ name }) => name,
  prepare: readLooked,
  resolve(book, row, { register, stays }, findings) {
    const teacher = register.teacherOf(row, '工号', findings)
    compareName(row, '姓名', teacher, findings)
    checkDays(book, row, findings)
    checkSchools(book, row, teacher, findings)
    const record = teacher && recordOf(row, teacher)
    return record && asDecided(book, record, stays.get(record.teacherId) ?? [], findings)
  },
  existing: async (book, records) => {
    const onFile = await listRotations(book.ctx.db, book.districtIds(), records)
    return new Map(onFile.map((rotation) => [keyOf(rotation), { ...rotation, key: keyOf(rotation), name: '' }]))
  },
  count: (book, schoolYear) => countRotations(book.ctx.db, scopeOf(book, schoolYear)),
  save: (book, records, rows) => saveRotations(book.ctx.db, filed(book, records, rows)),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}

async function readLooked(book: Book, rows: readonly LedgerRow[]): Promise<Looked> {
  const register = await readRegister(book, rows, ['工号'])
  const silent = { fault: () => {}, warn: () => {} }
  const ids = rows.flatMap((row) => register.teacherOf(row, '工号', silent)?.teacherId ?? [])
  const stays = await listStays(book.ctx.db, book.districtIds(), [...new Set(ids)])
  return { register, stays: grouped(stays, ({ teacherId }) => teacherId) }
}

/** What a batch decided stands: a row that tells it again is that same fact, and what it says otherwise is told at its cell. */
function asDecided(
  book: Book,
  record: RotationRecord,
  stays: readonly StayOnFile[],
  findings: Findings,
): RotationRecord {
  const kept = stayOfBatch(record, stays)
  if (!kept) return record
  for (const { column, message } of saidOtherwise(record, kept, (id) => nameOf(book, id) || '本学区以外的学校'))
    findings.warn(column, 'mobility.decidedByBatch', message)
  const { batchTitle: _, ...decided } = kept
  return { ...record, ...decided, key: keyOf(kept) }
}

const keyOf = (rotation: { teacherId: string; toSchoolId: number; startOn: string }) =>
  `${rotation.teacherId}|${rotation.toSchoolId}|${rotation.startOn}`

function checkDays(book: Book, row: LedgerRow, findings: Findings): void {
  const { 开始日期: start, 结束日期: end } = row.cells as Record<string, string | null>
  warnOutsideYear(book, row, '开始日期', findings)
  if (start && end && end < start)
    findings.fault('结束日期', 'mobility.endsBeforeStart', `结束日期 ${end} 早于开始日期 ${start}，请核对。`)
}

function checkSchools(
  book: Book,
  { cells }: LedgerRow,
  teacher: RegisteredTeacher | undefined,
  findings: Findings,
): void {
  const own = teacher?.schoolId
  const from = (cells['流出学校'] as number | null) ?? own
  if (from !== undefined && from === cells['流入学校'])
    findings.fault(
      '流入学校',
      'mobility.sameSchool',
      `流入学校与流出学校相同（${nameOf(book, from)}），请改为另一所学校。`,
    )
  if (own !== undefined && from !== own)
    findings.warn(
      '流出学校',
      'mobility.notOwnSchool',
      `流出学校“${nameOf(book, from)}”不是该教师名册中的学校“${nameOf(book, own)}”，请核对。`,
    )
}

const nameOf = (book: Book, schoolId: number | undefined): string => (schoolId && book.school(schoolId)?.name) || ''

function recordOf({ cells }: LedgerRow, teacher: RegisteredTeacher): RotationRecord | undefined {
  const toSchoolId = cells['流入学校'] as number | null
  const startOn = cells['开始日期'] as string | null
  if (!toSchoolId || !startOn) return undefined
  return {
    key: keyOf({ teacherId: teacher.teacherId, toSchoolId, startOn }),
    districtId: teacher.districtId,
    schoolYear: schoolYearOf(startOn),
    teacherId: teacher.teacherId,
    name: teacher.name,
    schoolId: teacher.schoolId,
    fromSchoolId: (cells['流出学校'] as number | null) ?? teacher.schoolId,
    toSchoolId,
    form: cells['交流方式'] as string,
    startOn,
    endOn: cells['结束日期'] as string | null,
    groupNo: cells['组团编号'] as string | null,
    status: cells['状态'] as string,
  }
}
