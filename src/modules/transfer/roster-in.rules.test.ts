import { expect, test } from 'vitest'
import { readRoster, type RosterTables, type Table } from './roster-in.rules.ts'
import { rosterFiles } from './roster.rules.ts'

const table = (file: string, ...[header = '', ...lines]: string[]): Table => ({
  file,
  header: header.split(','),
  lines: lines.map((line) => line.split(',')),
})
const tables = (more: Partial<RosterTables> = {}): RosterTables => ({
  manifest: table('manifest.csv', 'propertyName,value', 'oneroster.version,1.2'),
  orgs: table('orgs.csv', 'sourcedId,name', 'o1,春申中学', 'o2,春申小学'),
  users: table(
    'users.csv',
    'sourcedId,status,username,givenName,familyName,identifier,primaryOrgSourcedId',
    'u1,,wang,小明,王,0001,o1',
    'u2,,li,丽,李,,o1',
    'u3,,smith,John,Smith,0003,o2',
    'u4,,pupil,小,张,0004,o2',
    'u5,tobedeleted,gone,走,赵,0005,o2',
  ),
  roles: table(
    'roles.csv',
    'userSourcedId,roleType,role,orgSourcedId',
    'u1,secondary,teacher,o2',
    'u1,primary,teacher,o1',
    'u2,primary,teacher,o9',
    'u3,primary,teacher,o2',
    'u4,primary,student,o2',
    'u5,primary,teacher,o2',
  ),
  classes: undefined,
  academicSessions: table('academicSessions.csv', 'type,schoolYear', 'schoolYear,2024', 'semester,2025'),
  ...more,
})

test('teachers are read with where they stand; pupils and who is deleted are not', () => {
  expect(readRoster(tables())).toEqual({
    sheets: [
      {
        file: 'users.csv',
        columns: { 工号: 6, 姓名: 5, 学校: 7 },
        lines: [
          { row: 2, cells: { 工号: '0001', 姓名: '王小明', 学校: '春申中学' } },
          { row: 3, cells: { 工号: 'li', 姓名: '李丽', 学校: 'o9' } },
          { row: 4, cells: { 工号: '0003', 姓名: 'John Smith', 学校: '春申小学' } },
        ],
      },
    ],
    schoolYear: 2023,
  })
})

const classes = (...lines: string[]) =>
  table('classes.csv', 'sourcedId,status,title,grades,classType,schoolSourcedId', ...lines)
const sheetOfClasses = (of: Table) => readRoster(tables({ classes: of })).sheets[1]

test('homerooms are classes, with the grade that their code means; lessons and what is deleted are none', () => {
  const given = classes('c1,,七（3）班,07,homeroom,o1', 'c2,,数学,07,scheduled,o1', 'c3,tobedeleted,七（4）班,07,homeroom,o1', 'c4,,启航班,13,homeroom,o9') // prettier-ignore
  expect(sheetOfClasses(given)).toEqual({
    file: 'classes.csv',
    columns: { 学校: 6, 年级: 4, 班级: 3 },
    lines: [
      { row: 2, cells: { 学校: '春申中学', 年级: '七年级', 班级: '七（3）班' } },
      { row: 5, cells: { 学校: 'o9', 年级: '13', 班级: '启航班' } },
    ],
  })
})

test('without homerooms, lessons that go by the name of a class tell it once; without any class there is no sheet', () => {
  const given = classes('c1,,七(3)班,07,scheduled,o1', 'c2,,七(3)班,07,scheduled,o1', 'c3,,七（3）班数学,07,scheduled,o1', 'c4,,七(3)班,07,scheduled,o2') // prettier-ignore
  expect(sheetOfClasses(given)?.lines.map(({ row }) => row)).toEqual([2, 5])
  expect(sheetOfClasses(classes('c1,,七（3）班数学,07,scheduled,o1'))).toBe(undefined)
})

test('a file without grades says nothing of them', () => {
  const given = table('classes.csv', 'title,classType,schoolSourcedId', '七（3）班,homeroom,o1')
  expect(sheetOfClasses(given)?.columns).toEqual({ 学校: 3, 班级: 1 })
  const short = table('classes.csv', 'title,classType', '七（3）班,homeroom')
  expect(() => sheetOfClasses(short)).toThrow('classes.csv 没有“schoolSourcedId”一列')
})

test('of several years none is told, and of no sessions neither', () => {
  const two = table('academicSessions.csv', 'type,schoolYear', 'schoolYear,2024', 'schoolYear,2025')
  expect(readRoster(tables({ academicSessions: two })).schoolYear).toBe(undefined)
  expect(readRoster(tables({ academicSessions: undefined })).schoolYear).toBe(undefined)
})

test('what is no roster of 1.2 is said in words', () => {
  const old = table('manifest.csv', 'propertyName,value', 'oneroster.version,1.1')
  expect(() => readRoster(tables({ manifest: old }))).toThrow('写的版本是“1.1”，只能读 1.2')
  const short = table('users.csv', 'sourcedId,username', 'u1,wang')
  expect(() => readRoster(tables({ users: short }))).toThrow('users.csv 没有“givenName”一列')
})

test('what we hand out is read as it was', () => {
  const teachers = [
    { teacherId: 't1', schoolId: 2, staffNo: '0007', name: '欧阳修远' },
    { teacherId: 't2', schoolId: 2, staffNo: '0008', name: '丁丁' },
    { teacherId: 't3', schoolId: 2, staffNo: '0009', name: '王' },
  ]
  const unit = (id: number, name: string) => ({ id, name, code: null })
  const ofClass = { schoolId: 2, name: '七（3）班', grade: '七年级' as const }
  const lesson = { schoolId: 2, className: '七（3）班', subject: '数学', teacherId: 't1', term: '上学期' as const }
  const year = { schoolYear: 2023, district: unit(1, '区'), cluster: unit(3, '学区'), schools: [unit(2, '春申中学')] }
  const out = rosterFiles({ ...year, teachers, classes: [ofClass], taught: [lesson] })
  const read = (name: string) => {
    const [first = '', ...rest] = out
      .find((file) => file.name === name)!
      .content.trimEnd()
      .split('\r\n')
    return table(name, first, ...rest)
  }
  const given = { manifest: read('manifest.csv'), orgs: read('orgs.csv'), users: read('users.csv') }
  const more = {
    roles: read('roles.csv'),
    classes: read('classes.csv'),
    academicSessions: read('academicSessions.csv'),
  }
  const { sheets, schoolYear } = readRoster({ ...given, ...more })
  expect(schoolYear).toBe(2023)
  expect(sheets.map(({ lines }) => lines.map(({ cells }) => Object.values(cells)))).toEqual([
    [
      ['0007', '欧阳修远', '春申中学'],
      ['0008', '丁丁', '春申中学'],
      ['0009', '王', '春申中学'],
    ],
    [['春申中学', '七年级', '七（3）班']],
  ])
})
