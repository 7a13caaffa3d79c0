import { expect, test } from 'vitest'
import { partsOf, rosterFiles, wholeName, type Roster } from './roster.rules.ts'

const T1 = '00000000-0000-7000-8000-000000000001'
const roster: Roster = {
  schoolYear: 2023,
  district: { id: 112, name: '闵行区' },
  cluster: { id: 2001, name: '春申学区' },
  schools: [{ id: 3001, name: '春申中学，"本部"', code: '310112001' }],
  teachers: [{ teacherId: T1, schoolId: 3001, staffNo: '0112000017', name: '欧阳修远' }],
  classes: [],
  taught: [],
}
const files = (given = roster) => new Map(rosterFiles(given).map(({ name, content }) => [name, content]))

test('the manifest says what is handed over as a whole and what is not', () => {
  const lines = files().get('manifest.csv')!.trimEnd().split('\r\n')
  expect(lines.slice(0, 3)).toEqual(['propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.2'])
  expect(lines.filter((line) => line.endsWith(',bulk'))).toEqual([
    'file.academicSessions,bulk',
    'file.orgs,bulk',
    'file.roles,bulk',
    'file.users,bulk',
  ])
  expect(lines.filter((line) => line.endsWith(',absent'))).toHaveLength(17)
})

test('schools stand under their cluster, the cluster under its district', () => {
  expect(files().get('orgs.csv')).toBe(
    [
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      'org-112,,,闵行区,district,,',
      'org-2001,,,春申学区,local,,org-112',
      'org-3001,,,"春申中学，""本部""",school,310112001,org-2001',
      '',
    ].join('\r\n'),
  )
})

test('a teacher is told by what never changes, and a year by the year in which it ends', () => {
  const second = (name: string) => files().get(name)!.split('\r\n')[1]
  expect(second('users.csv')).toBe(`${T1},,,true,0112000017,,修远,欧阳,,0112000017,,,,,,,,,,,,org-3001,`)
  expect(second('roles.csv')).toBe(`${T1}-2023,,,${T1},primary,teacher,2023-09-01,2024-08-31,org-3001,`)
  expect(second('academicSessions.csv')).toBe('year-2023,,,2023学年,schoolYear,2023-09-01,2024-08-31,,2024')
})

test('without teachers there is no list of them, and the manifest does not promise one', () => {
  const empty = files({ ...roster, teachers: [] })
  expect([...empty.keys()]).toEqual(['manifest.csv', 'orgs.csv', 'academicSessions.csv'])
  expect(empty.get('manifest.csv')).toContain('file.users,absent')
})

test('a school year has its two terms', () => {
  const [, , first, second] = files().get('academicSessions.csv')!.split('\r\n')
  expect(first).toBe('term-2023-1,,,2023学年上学期,term,2023-09-01,2024-01-31,year-2023,2024')
  expect(second).toBe('term-2023-2,,,2023学年下学期,term,2024-02-01,2024-08-31,year-2023,2024')
})

test.each([
  ['张三', '张', '三'],
  ['欧阳修', '欧阳', '修'],
  ['欧阳', '欧', '阳'],
  ['丁丁', '丁', '丁'],
  ['段', '段', '-'],
  ['阿卜杜拉·买买提', '阿', '卜杜拉·买买提'],
  ['John Smith', 'Smith', 'John'],
  ['Mary Ann Smith', 'Smith', 'Mary Ann'],
  ['Björk', 'Björk', '-'],
  ['王 Anna', '王 Anna', '-'],
])('%s is of the family %s, and is put together again from both parts', (name, familyName, givenName) => {
  expect(partsOf(name)).toEqual({ familyName, givenName })
  expect(wholeName({ familyName, givenName })).toBe(name)
})
