import { transferProblems } from './problems.ts'
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
  /** Not every hand-over has it. */
  academicSessions: Table | undefined
}

/** A teacher as the package tells it: where it stands in users.csv, and what the register asks for. */
interface Line {
  row: number
  staffNo: string
  name: string
  school: string
}

export interface RosterIn {
  /** Where in users.csv each of them stands, from 1 on: findings are told there. */
  columns: Record<'staffNo' | 'name' | 'school', number>
  lines: Line[]
  schoolYear: number | undefined
}

/** The teachers of a package in the OneRoster 1.2 CSV binding. Who is none, and what is said to be deleted, is left out. */
export function readRoster(tables: RosterTables): RosterIn {
  refuseOtherVersion(tables.manifest)
  const schools = new Map(recordsOf(tables.orgs, ['sourcedId', 'name']).map(({ sourcedId, name }) => [sourcedId, name]))
  const posts = postsOf(tables.roles)
  const users = recordsOf(tables.users, ['sourcedId', 'username', 'givenName', 'familyName', 'identifier'])
  const lines = users.flatMap((user, at) => {
    const orgId = posts.get(user['sourcedId']!)
    if (orgId === undefined || isDeleted(user)) return []
    const { identifier, username = '', familyName = '', givenName = '' } = user
    const staffNo = identifier || username
    return [{ row: at + 2, staffNo, name: wholeName({ familyName, givenName }), school: schools.get(orgId) ?? orgId }]
  })
  const at = (name: string) => tables.users.header.indexOf(name) + 1
  const school = at('primaryOrgSourcedId') || tables.users.header.length + 1
  const columns = { staffNo: at('identifier'), name: at('familyName'), school }
  return { columns, lines, schoolYear: yearOf(tables.academicSessions) }
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
