import { grouped } from '#shared/group.ts'
import { className, gradeOfClass } from '#shared/school-class.ts'
import { transferProblems } from './problems.ts'
import { gradeOfCodes } from './roster-grade.rules.ts'
import { wholeName } from './roster.rules.ts'

/** A file of the package: its header and its lines. */
export interface Table {
  file: string
  header: readonly string[]
  lines: readonly (readonly string[])[]
}

/** What is read of a OneRoster package; a school's name may stand in more than one of its files. */
export interface RosterTables {
  manifest: Table
  orgs: Table
  users: Table
  roles: Table
  /** Not every hand-over has these. */
  classes: Table | undefined
  academicSessions: Table | undefined
}

/** What of a file is a sheet of the ledger: findings are told at the rows and columns of the file. */
export interface RosterSheet {
  file: string
  /** The ledger's titles, with the column (from 1 on) in which each stands in the file. */
  columns: Record<string, number>
  /** The row of the file, and what stands under each of the titles. */
  lines: { row: number; cells: Record<string, string> }[]
}

export interface RosterIn {
  sheets: RosterSheet[]
  schoolYear: number | undefined
}

/** The teachers and classes of a package in the OneRoster 1.2 CSV binding. What is said to be deleted is left out. */
export function readRoster(tables: RosterTables): RosterIn {
  refuseOtherVersion(tables.manifest)
  const schools: Names = new Map(
    recordsOf(tables.orgs, ['sourcedId', 'name']).map(({ sourcedId = '', name = '' }) => [sourcedId, name]),
  )
  const classes = tables.classes && classesOf(tables.classes, schools)
  const sheets = [teachersOf(tables, schools), ...(classes && classes.lines.length > 0 ? [classes] : [])]
  return { sheets, schoolYear: yearOf(tables.academicSessions) }
}

/** Schools by their ids. */
type Names = ReadonlyMap<string, string>

/** Whoever is no teacher is left out. */
function teachersOf(tables: RosterTables, schools: Names): RosterSheet {
  const posts = postsOf(tables.roles)
  const users = recordsOf(tables.users, ['sourcedId', 'username', 'givenName', 'familyName', 'identifier'])
  const lines = users.flatMap((user, at) => {
    const orgId = posts.get(user['sourcedId']!)
    if (orgId === undefined || isDeleted(user)) return []
    const { identifier, username = '', familyName = '', givenName = '' } = user
    const cells = { 工号: identifier || username, 姓名: wholeName({ familyName, givenName }), 学校: schools.get(orgId) ?? orgId } // prettier-ignore
    return [{ row: at + 2, cells }]
  })
  const at = (name: string) => tables.users.header.indexOf(name) + 1
  const school = at('primaryOrgSourcedId') || tables.users.header.length + 1
  return { file: tables.users.file, columns: { 工号: at('identifier'), 姓名: at('familyName'), 学校: school }, lines }
}

/** The homerooms; where a package has none, lessons that go by the name of a class, each class once. */
function classesOf(classes: Table, schools: Names): RosterSheet {
  const all = recordsOf(classes, ['title', 'classType', 'schoolSourcedId']).flatMap((one, at) =>
    isDeleted(one) ? [] : [{ row: at + 2, ...classOf(one, schools) }],
  )
  const homerooms = all.filter(({ isHomeroom }) => isHomeroom)
  const kept = homerooms.length > 0 ? homerooms : onceEach(all.filter(({ cells }) => isNamed(cells.班级)))
  const at = (name: string) => classes.header.indexOf(name) + 1
  const columns = { 学校: at('schoolSourcedId'), 班级: at('title') }
  return {
    file: classes.file,
    columns: at('grades') > 0 ? { ...columns, 年级: at('grades') } : columns,
    lines: kept.map(({ row, cells }) => ({ row, cells })),
  }
}

/** 七（3）班 is the name of a class, 七（3）班数学 and 数学 are not. */
const isNamed = (title: string): boolean => {
  const name = className(title)
  return name.endsWith('班') && gradeOfClass(name) !== undefined
}

function classOf(record: Fields, schools: Names) {
  const { title = '', classType, grades = '', schoolSourcedId = '' } = record
  const cells = { 学校: schools.get(schoolSourcedId) ?? schoolSourcedId, 年级: gradeOfCodes(grades), 班级: title }
  return { isHomeroom: classType === 'homeroom', cells }
}

function onceEach<T extends { cells: Record<'学校' | '班级', string> }>(lines: readonly T[]): T[] {
  const byClass = grouped(lines, ({ cells: { 学校: school, 班级: name } }) => `${school}|${name}`)
  return [...byClass.values()].map(([first]) => first!)
}

/** In 1.1 roles stand with the users: read as 1.2 it would have no teacher at all. */
function refuseOtherVersion(manifest: Table): void {
  const said = recordsOf(manifest, ['propertyName', 'value'])
  const version = said.find(({ propertyName }) => propertyName === 'oneroster.version')?.['value'] ?? ''
  if (version !== '1.2') throw transferProblems.rosterVersion({ version })
}

type Fields = Record<string, string>

function recordsOf({ file, header, lines }: Table, wanted: readonly string[]): Fields[] {
  const missing = wanted.find((name) => !header.includes(name))
  if (missing) throw transferProblems.rosterColumn({ file, column: missing })
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, (line[at] ?? '').trim()])))
}

const isDeleted = ({ status }: Fields): boolean => status === 'tobedeleted'

/** Where each teacher works: at the school of the primary role, where there are several. */
function postsOf(roles: Table): Map<string, string> {
  const posts = new Map<string, string>()
  const wanted = ['userSourcedId', 'roleType', 'role', 'orgSourcedId']
  for (const record of recordsOf(roles, wanted)) {
    const { userSourcedId = '', roleType, role, orgSourcedId = '' } = record
    if (role !== 'teacher' || isDeleted(record)) continue
    if (roleType === 'primary' || !posts.has(userSourcedId)) posts.set(userSourcedId, orgSourcedId)
  }
  return posts
}

/** A school year is called by the year in which it ends; of several none is told. */
function yearOf(sessions: Table | undefined): number | undefined {
  const all = sessions ? recordsOf(sessions, ['type', 'schoolYear']) : []
  const years = new Set(all.filter(({ type }) => type === 'schoolYear').map((one) => Number(one['schoolYear']) - 1))
  const [year] = years
  return years.size === 1 && Number.isInteger(year) ? year : undefined
}
