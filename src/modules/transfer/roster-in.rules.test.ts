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
  academicSessions: table('academicSessions.csv', 'type,schoolYear', 'schoolYear,2024', 'semester,2025'),
  ...more,
})

test('teachers are read with where they stand; pupils and who is deleted are not', () => {
  expect(readRoster(tables())).toEqual({
    columns: { staffNo: 6, name: 5, school: 7 },
    lines: [
      { row: 2, staffNo: '0001', name: '王小明', school: '春申中学' },
      { row: 3, staffNo: 'li', name: '李丽', school: 'o9' },
      { row: 4, staffNo: '0003', name: 'John Smith', school: '春申小学' },
    ],
    schoolYear: 2023,
  })
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
  const out = rosterFiles({ schoolYear: 2023, district: unit(1, '区'), cluster: unit(3, '学区'), schools: [unit(2, '春申中学')], teachers }) // prettier-ignore
  const read = (name: string) => {
    const [first = '', ...rest] = out
      .find((file) => file.name === name)!
      .content.trimEnd()
      .split('\r\n')
    return table(name, first, ...rest)
  }
  const given = { manifest: read('manifest.csv'), orgs: read('orgs.csv'), users: read('users.csv') }
  const { lines, schoolYear } = readRoster({ ...given, roles: read('roles.csv'), academicSessions: read('academicSessions.csv') }) // prettier-ignore
  expect(schoolYear).toBe(2023)
  expect(lines.map(({ staffNo, name, school }) => [staffNo, name, school])).toEqual([
    ['0007', '欧阳修远', '春申中学'],
    ['0008', '丁丁', '春申中学'],
    ['0009', '王', '春申中学'],
  ])
})
