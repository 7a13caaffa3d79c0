import { gradeOfClass, grades, wholeClassName, type Grade } from '#shared/school-class.ts'
import type { Book, Findings, LedgerRow, LedgerSheet } from '#platform/ledger.ts'
import { countClasses, listClasses, saveClasses, type ClassOfYear } from './class.sql.ts'
import { listMembers } from './membership.sql.ts'

export interface ClassRecord extends ClassOfYear {
  key: string
}

const LONGEST = 20

/** No figure counts classes; the source says which sheet a school has handed in. */
export const classSheet: LedgerSheet<ClassRecord> = {
  name: '班级',
  source: 'organizations.classes',
  optional: true,
  facts: { name: 'organizations.school_class', key: ['district_id', 'school_id', 'school_year', 'name'] },
  home: '学校',
  rowOf: (_, { districtId, schoolId, schoolYear, name }) => ({
    district_id: districtId,
    school_id: schoolId,
    school_year: schoolYear,
    name,
  }),
  key: ['班级', '学校', '年级'],
  columns: [
    { title: '学校', aliases: ['学校名称', '所在学校'], kind: 'school', required: true },
    { title: '年级', kind: 'text', oneOf: grades },
    { title: '班级', aliases: ['班级名称', '班名'], kind: 'label', required: true },
  ],
  compare: { grade: '年级' },
  subject: ({ name }) => name,
  prepare: async () => undefined,
  resolve(book, row, _, findings) {
    const record = recordOf(book, row)
    if (!record) return undefined
    checkName(record, findings)
    checkGrade(row, record, findings)
    checkTwice(book, row, record, findings)
    return record
  },
  existing: async ({ ctx, schoolYear, districtIds }, records) => {
    const schoolIds = [...new Set(records.map(({ schoolId }) => schoolId))]
    const onFile = await listClasses(ctx.db, { districtIds: districtIds(), schoolIds, schoolYear })
    return new Map(onFile.map((one) => [keyOf(one), { ...one, key: keyOf(one) }]))
  },
  count: async ({ ctx, cluster }, schoolYear) => {
    const members = await listMembers(ctx.db, cluster.id, [schoolYear])
    const districtIds = [...new Set(members.map(({ districtId }) => districtId))]
    return countClasses(ctx.db, { districtIds, schoolIds: members.map(({ schoolId }) => schoolId), schoolYear })
  },
  save: ({ ctx, importId }, records, rows) =>
    saveClasses(
      ctx.db,
      records.map((record) => ({ ...record, importId, sourceRow: rows.get(record.key) ?? null })),
    ),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}

const keyOf = ({ schoolId, name }: Pick<ClassOfYear, 'schoolId' | 'name'>) => `${schoolId}|${name}`

/** Who writes 七年级 and 3班 means 七（3）班; who writes 七（3）班 alone has said the grade. */
function recordOf({ schoolYear, school }: Book, { cells }: LedgerRow): ClassRecord | undefined {
  const home = typeof cells['学校'] === 'number' ? school(cells['学校']) : undefined
  const written = cells['班级'] as string | null
  if (!home || written === null) return undefined
  const said = cells['年级'] as Grade | null
  const name = wholeClassName(written, said)
  const grade = said ?? gradeOfClass(name) ?? null
  const record = { districtId: home.districtId, schoolId: home.id, schoolYear, name, grade }
  return { ...record, key: keyOf(record) }
}

function checkName({ name }: ClassRecord, findings: Findings): void {
  if (name.length > LONGEST)
    findings.fault('班级', 'organizations.longClass', `班级有 ${name.length} 个字，最多 ${LONGEST} 个，请写简称。`)
}

function checkGrade({ cells }: LedgerRow, { name, grade }: ClassRecord, findings: Findings): void {
  const called = gradeOfClass(name)
  if (grade === null)
    findings.warn('班级', 'organizations.gradeUnknown', `看不出“${name}”是哪个年级，已照收，可以填上年级。`)
  else if (cells['年级'] !== null && called !== undefined && called !== grade)
    findings.warn('年级', 'organizations.otherGrade', `“${name}”像是${called}的，年级写的是${grade}，请核对。`)
}

/** Classes that a book has named so far, and in which row: one class may be written in several ways. */
const named = new WeakMap<Book, Map<string, number>>()

function checkTwice(book: Book, { row }: LedgerRow, { key, name }: ClassRecord, findings: Findings): void {
  const rows = named.get(book) ?? new Map<string, number>()
  named.set(book, rows)
  const first = rows.get(key)
  if (first === undefined) rows.set(key, row)
  else if (first !== row)
    findings.fault('班级', 'organizations.sameClass', `与第 ${first} 行是同一个班（${name}），请删去重复的一行。`)
}
