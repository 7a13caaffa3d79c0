import { cityOf } from '#platform/policies/book.ts'
import type { Book, Findings, LedgerRow, LedgerSheet } from '#platform/ledger.ts'
import { memberRoles } from './membership.rules.ts'
import { saveSchools } from './school.actions.ts'
import {
  districtOfCode,
  isNationalCode,
  latitudes,
  longitudes,
  mayBeCode,
  MOST_CAMPUSES,
  MOST_PUPILS,
  ownerships,
  schoolKinds,
  type SchoolRecord,
} from './school.rules.ts'
import { checkMember, readKnown, roleIn, type Known } from './school-known.ts'
import { countRosterSchools, listSchoolRecords } from './school.sql.ts'

export const schoolSheet: LedgerSheet<SchoolRecord, Known> = {
  name: '学校',
  source: 'organizations.schools',
  facts: { name: 'organizations.school_profile', key: ['district_id', 'school_id', 'school_year'], edited: true },
  home: '学校名称',
  rowOf: (_, { districtId, id, schoolYear }) => ({ district_id: districtId, school_id: id, school_year: schoolYear }),
  key: ['学校标识码'],
  columns: [
    { title: '学校标识码', aliases: ['标识码', '学校代码', '学校编码'], kind: 'code', required: true },
    { title: '学校名称', aliases: ['学校全称', '单位名称'], kind: 'name', required: true },
    { title: '学校简称', aliases: ['简称'], kind: 'name' },
    {
      title: '办学类型',
      aliases: ['学校类型', '学校类别'],
      kind: 'text',
      oneOf: schoolKinds,
    },
    { title: '办学性质', aliases: ['学校性质'], kind: 'text', oneOf: ownerships },
    { title: '学区角色', aliases: ['集团角色', '角色'], kind: 'text', oneOf: memberRoles },
    { title: '校区数', aliases: ['校区数量'], kind: 'integer' },
    { title: '在校生数', aliases: ['学生数', '在校学生数', '在园幼儿数'], kind: 'integer' },
    { title: '经度', kind: 'decimal' },
    { title: '纬度', kind: 'decimal' },
  ],
  compare: {
    name: '学校名称',
    shortName: '学校简称',
    kind: '办学类型',
    ownership: '办学性质',
    role: '学区角色',
    campuses: '校区数',
    pupils: '在校生数',
    longitude: '经度',
    latitude: '纬度',
  },
  subject: ({ name }) => name,
  prepare: readKnown,
  resolve(book, row, known, findings) {
    checkCode(row, findings)
    checkName(book, row, findings)
    checkShortName(book, row, findings)
    checkNumbers(row, findings)
    checkMember(row, known, findings)
    return recordOf(book, row, known)
  },
  // Only rows without a fault come this far: their schools are now known to the other sheets.
  existing: async (book, records) => {
    for (const record of records) book.addSchool(record)
    const codes = records.map(({ key }) => key)
    const { ctx, cluster, schoolYear, ownSchool } = book
    const onFile = await listSchoolRecords(ctx.db, { clusterId: cluster.id, schoolYear, codes, ownSchool })
    return new Map(onFile.map((school) => [school.code, { ...school, key: school.code }]))
  },
  count: ({ ctx, cluster }, schoolYear) => countRosterSchools(ctx.db, cluster.id, schoolYear),
  save: saveSchools,
  countsFor: ({ districtId, id, schoolYear }) => [{ districtId, schoolId: id, schoolYear }],
}

function checkCode({ cells }: LedgerRow, findings: Findings): void {
  const code = cells['学校标识码'] as string | null
  if (code === null || isNationalCode(code)) return
  if (mayBeCode(code))
    findings.warn('学校标识码', 'organizations.unusualCode', `学校标识码“${code}”不是 10 位数字，已照收，请核对。`)
  else findings.fault('学校标识码', 'organizations.badCode', `“${code}”不像学校标识码，应为 10 位数字。`)
}

/** Names that the sheet has used so far, with the code of the school: other sheets know schools by their names. */
const usedNames = new WeakMap<Book, Map<string, string>>()

/** The code of another school in the sheet that goes by the name already; otherwise the name is now this school's. */
function otherOfName(book: Book, name: string, code: string): string | undefined {
  const used = usedNames.get(book) ?? new Map<string, string>()
  usedNames.set(book, used)
  const before = used.get(name)
  if (before === undefined) used.set(name, code)
  return before === code ? undefined : before
}

function checkName(book: Book, { cells }: LedgerRow, findings: Findings): void {
  const { 学校名称: name, 学校标识码: code } = cells as Record<string, string | null>
  const other = name && code && otherOfName(book, name, code)
  if (other)
    findings.fault(
      '学校名称',
      'organizations.sameName',
      `学校名称“${name}”与标识码 ${other} 的学校相同，请改成不同的名称。`,
    )
}

function checkShortName(book: Book, { cells }: LedgerRow, findings: Findings): void {
  const { 学校简称: name, 学校标识码: code } = cells as Record<string, string | null>
  const other = name && code && otherOfName(book, name, code)
  if (other)
    findings.warn(
      '学校简称',
      'organizations.sameShortName',
      `学校简称“${name}”与标识码 ${other} 的学校相同，其他表请写学校全称。`,
    )
}

const ranges: readonly { column: string; least: number; most: number; words: string }[] = [
  { column: '校区数', least: 0, most: MOST_CAMPUSES, words: `校区数应在 0 到 ${MOST_CAMPUSES} 之间` },
  { column: '在校生数', least: 0, most: MOST_PUPILS, words: `在校生数应在 0 到 ${MOST_PUPILS} 之间` },
  { column: '经度', ...longitudes },
  { column: '纬度', ...latitudes },
]

function checkNumbers({ cells }: LedgerRow, findings: Findings): void {
  for (const { column, least, most, words } of ranges) {
    const value = cells[column]
    if (typeof value === 'number' && (value < least || value > most))
      findings.fault(column, 'organizations.outOfRange', `${column} ${value} 不对，${words}。`)
  }
}

function recordOf(book: Book, { cells }: LedgerRow, known: Known): SchoolRecord | undefined {
  const { 学校标识码: code, 学校名称: name, 学校简称: shortName } = cells as Record<string, string | null>
  const school = code && known.schools.get(code)
  if (!school || !name) return undefined
  const isDistrict = (id: number) => cityOf(book.ctx.policies, id)?.region.districts.has(id) ?? false
  return {
    key: code,
    id: school.id,
    districtId: school.districtId ?? districtOfCode(code, isDistrict, book.districtId),
    schoolYear: book.schoolYear,
    code,
    name,
    shortName: shortName ?? name,
    kind: cells['办学类型'] as string | null,
    ownership: cells['办学性质'] as string | null,
    role: book.ownSchool === undefined ? roleIn(cells) : '成员校',
    campuses: cells['校区数'] as number | null,
    pupils: cells['在校生数'] as number | null,
    longitude: cells['经度'] as number | null,
    latitude: cells['纬度'] as number | null,
  }
}
