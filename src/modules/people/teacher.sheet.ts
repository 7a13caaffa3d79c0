import { maskName } from '#shared/names.ts'
import { grouped } from '#shared/group.ts'
import { lastDay } from '#shared/school-year.ts'
import type { Book, Cells, Findings, LedgerRow, LedgerSheet } from '#platform/ledger.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listMembers, listUnitNames } from '#modules/organizations/index.ts'
import { judgeEligibility, ruleOf, type Rule } from './eligibility.rules.ts'
import { listExemptedOnlyBy } from './exemption.sql.ts'
import { lookUpNotes, type Notes } from './ledger-notes.ts'
import {
  backboneLevels,
  looksLikeIdCard,
  stages,
  subjectLeaderLevels,
  titles,
  whyNotBorn,
  type TeacherRecord,
} from './teacher.rules.ts'
import { countTeachers, listStaffNumbers, listTeacherRecords, saveTeachers, type StaffNumber } from './teacher.sql.ts'

/** What is on file under the staff numbers of a batch, over all school years, and the rules that hold for it. */
interface Looked {
  /** By district and staff number; the latest year first. */
  onFile: ReadonlyMap<string, readonly StaffNumber[]>
  /** Names of schools outside the cluster. */
  otherSchools: ReadonlyMap<number, string>
  rule: Rule | undefined
  notes: Notes
}

export const teacherSheet: LedgerSheet<TeacherRecord, Looked> = {
  name: '教师',
  source: 'people.teachers',
  large: true,
  facts: { name: 'people.teacher_year', key: ['district_id', 'teacher_id', 'school_year'], edited: true },
  home: '学校',
  rowOf: (_, { districtId, teacherId, schoolYear }) => ({
    district_id: districtId,
    teacher_id: teacherId,
    school_year: schoolYear,
  }),
  key: ['工号'],
  columns: [
    { title: '工号', aliases: ['教师工号', '职工号', '教工号'], kind: 'code', required: true },
    { title: '姓名', aliases: ['教师姓名'], kind: 'name', required: true },
    { title: '性别', kind: 'text', oneOf: ['男', '女'] },
    { title: '出生年月', aliases: ['出生日期'], kind: 'month' },
    { title: '学校', aliases: ['所在学校', '任教学校', '学校名称'], kind: 'school', required: true },
    { title: '学段', aliases: ['任教学段'], kind: 'text', oneOf: stages },
    { title: '任教学科', aliases: ['学科'], kind: 'label' },
    { title: '职称', aliases: ['专业技术职务', '现任职称'], kind: 'text', oneOf: titles },
    { title: '骨干类别', aliases: ['骨干教师类别', '骨干称号'], kind: 'text', oneOf: backboneLevels },
    { title: '学科带头人', kind: 'text', oneOf: subjectLeaderLevels },
    { title: '到本校任教时间', aliases: ['来校年月', '到校时间', '到本校时间'], kind: 'month' },
    { title: '符合交流条件', aliases: ['是否符合交流条件'], kind: 'yes-no' },
  ],
  compare: {
    name: '姓名',
    gender: '性别',
    bornOn: '出生年月',
    schoolId: '学校',
    stage: '学段',
    subject: '任教学科',
    title: '职称',
    backbone: '骨干类别',
    subjectLeader: '学科带头人',
    joinedOn: '到本校任教时间',
    eligibleReason: '符合交流条件',
  },
  written: { 符合交流条件: 'declaredEligible' },
  subject: ({ name }) => name,
  prepare: lookUp,
  resolve(book, row, looked, findings) {
    const record = recordOf(book, row, looked)
    checkPrivacy(row, findings)
    checkSubject(book, row, findings)
    checkJoined(book, row, findings)
    checkBorn(book, row, findings)
    if (!record) return undefined
    checkHome(book, record, looked, findings)
    checkNames(book, record, looked, findings)
    looked.notes.check(record, findings)
    looked.notes.claim(record, findings)
    return record
  },
  existing: async (book, records) => {
    const staffNos = records.map(({ staffNo }) => staffNo)
    const onFile = await listTeacherRecords(book.ctx.db, book.districtIds(), book.schoolYear, staffNos)
    return new Map(onFile.map((record) => [record.staffNo, { ...record, key: record.staffNo }]))
  },
  count: async ({ ctx, cluster }, schoolYear) =>
    countTeachers(ctx.db, await listMembers(ctx.db, cluster.id, [schoolYear]), schoolYear),
  save: ({ ctx, importId }, records, rows) =>
    saveTeachers(
      ctx.db,
      records.map((record) => ({ ...record, importId, sourceRow: rows.get(record.key) ?? null })),
    ),
  restingOn: async (db, importId) =>
    (await listExemptedOnlyBy(db, importId)).map((teacher) => ({ ...teacher, what: '免予交流' })),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}

async function lookUp(book: Book, rows: readonly LedgerRow[]): Promise<Looked> {
  const staffNos = rows.map(({ cells }) => cells['工号']).filter((staffNo) => typeof staffNo === 'string')
  const found = await listStaffNumbers(book.ctx.db, book.districtIds(), staffNos)
  const outside = new Set(found.map(({ schoolId }) => schoolId).filter((id) => !book.school(id)))
  const names = outside.size > 0 ? await listUnitNames(book.ctx.db, [...outside]) : []
  const { eligibility } = policiesOf(book.ctx.policies, book.districtId)
  return {
    onFile: grouped(found, keyOf),
    otherSchools: new Map(names.map(({ id, name }) => [id, name])),
    rule: ruleOf(eligibility, book.schoolYear),
    notes: await lookUpNotes(book, found, staffNos),
  }
}

const keyOf = ({ districtId, staffNo }: { districtId: number; staffNo: string }) => `${districtId}|${staffNo}`

function recordOf(book: Book, { cells }: LedgerRow, { onFile, rule, notes }: Looked): TeacherRecord | undefined {
  const { 工号: staffNo, 姓名: name } = cells as Record<string, string | null>
  const school = typeof cells['学校'] === 'number' ? book.school(cells['学校']) : undefined
  if (!staffNo || !name || !school) return undefined
  const facts = factsOf(cells)
  const declared = cells['符合交流条件'] as boolean | null
  const { districtId } = school
  const teacherId = onFile.get(keyOf({ districtId, staffNo }))?.[0]?.teacherId ?? book.ctx.newId()
  const standing = notes.standingOf({ districtId, teacherId })
  const verdict = judgeEligibility({ ...facts, ...standing, declared }, rule, book.schoolYear)
  return {
    key: staffNo,
    teacherId,
    districtId,
    schoolYear: book.schoolYear,
    schoolId: school.id,
    staffNo,
    name,
    ...facts,
    declaredEligible: declared,
    eligible: verdict.eligible,
    eligibleReason: verdict.reason,
  }
}

const text = (cells: Cells, title: string) => cells[title] as string | null

const factsOf = (cells: Cells) => ({
  gender: text(cells, '性别'),
  bornOn: text(cells, '出生年月'),
  stage: text(cells, '学段'),
  subject: text(cells, '任教学科'),
  title: text(cells, '职称'),
  backbone: text(cells, '骨干类别'),
  subjectLeader: text(cells, '学科带头人'),
  joinedOn: text(cells, '到本校任教时间'),
})

function checkPrivacy({ cells }: LedgerRow, findings: Findings): void {
  for (const column of ['工号', '姓名', '任教学科']) {
    const value = cells[column]
    if (typeof value === 'string' && looksLikeIdCard(value))
      findings.fault(column, 'people.idCard', `这里填的像是身份证号，本平台不保存身份证号，请改填${column}。`)
  }
}

function checkSubject({ ctx }: Book, { cells }: LedgerRow, findings: Findings): void {
  const subject = cells['任教学科']
  if (typeof subject === 'string' && !ctx.policies.subjects.has(subject))
    findings.warn('任教学科', 'people.unknownSubject', `任教学科“${subject}”不在学科表中，已照收，请核对。`)
}

function checkJoined({ schoolYear }: Book, { cells }: LedgerRow, findings: Findings): void {
  const joined = cells['到本校任教时间']
  if (typeof joined === 'string' && joined > lastDay(schoolYear))
    findings.warn(
      '到本校任教时间',
      'people.joinedLater',
      `到本校任教时间 ${joined.slice(0, 7)} 晚于${schoolYear}学年，请核对。`,
    )
}

function checkBorn({ schoolYear }: Book, { cells }: LedgerRow, findings: Findings): void {
  const against = whyNotBorn(factsOf(cells), schoolYear)
  if (against) findings.fault('出生年月', 'people.bornTooLate', against)
}

/** A teacher stands in one school a year; whoever stands in another cluster's school is that cluster's to move. */
function checkHome(
  book: Book,
  { districtId, staffNo, schoolYear }: TeacherRecord,
  looked: Looked,
  findings: Findings,
): void {
  const onFile = looked.onFile.get(keyOf({ districtId, staffNo }))
  const home = onFile?.find((one) => one.schoolYear === schoolYear)
  if (!home || book.school(home.schoolId)) return
  const school = looked.otherSchools.get(home.schoolId) ?? ''
  findings.fault(
    '工号',
    'people.elsewhere',
    `工号“${staffNo}”${schoolYear}学年已登记在本学区以外的“${school}”，请核对工号，或先请对方更正。`,
  )
}

function checkNames(
  book: Book,
  { districtId, staffNo, name, schoolYear }: TeacherRecord,
  looked: Looked,
  findings: Findings,
): void {
  const onFile = looked.onFile.get(keyOf({ districtId, staffNo })) ?? []
  const other = onFile.find((one) => one.schoolYear !== 0 && one.schoolYear !== schoolYear && one.name !== name)
  if (other)
    findings.warn(
      '姓名',
      'people.otherNameThen',
      `工号“${staffNo}”在${other.schoolYear}学年的姓名是“${nameTold(book, other)}”，与本表“${name}”不同，请核对。`,
    )
}

/** A school that hands in is not told the names of others' teachers. */
const nameTold = ({ ownSchool }: Book, { schoolId, name }: StaffNumber) =>
  ownSchool === undefined || schoolId === ownSchool ? name : maskName(name)
