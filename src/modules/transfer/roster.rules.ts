import { firstDay, lastDay } from '#shared/school-year.ts'
import { classesOf, coursesOf, enrollmentsOf, orgId, sessionsOf, type RosterYear } from './roster-class.rules.ts'

export interface RosterUnit {
  id: number
  name: string
}

export interface RosterSchool extends RosterUnit {
  code: string | null
}

export interface RosterTeacher {
  teacherId: string
  schoolId: number
  staffNo: string
  name: string
}

export interface Roster extends RosterYear {
  district: RosterUnit
  cluster: RosterUnit
  schools: readonly RosterSchool[]
  teachers: readonly RosterTeacher[]
}

/** Every file of the binding; of those that are not handed over the manifest says so. */
const all = ['academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments', 'lineItemLearningObjectiveIds', 'lineItems', 'lineItemScoreScales', 'orgs', 'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'roles', 'scoreScales', 'userProfiles', 'userResources', 'users'] // prettier-ignore

/** In the order of the binding, which readers insist on; a full hand-over leaves status and dateLastModified empty. */
const headers = {
  orgs: 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  academicSessions: 'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
  users:
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
  roles:
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
  courses:
    'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
  classes:
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  enrollments:
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
} as const
type Name = keyof typeof headers

/** The files of a package in the OneRoster 1.2 CSV binding, by name. No pupil is on file here: none is in it. */
export function rosterFiles(roster: Roster): { name: string; content: string }[] {
  const rows: Record<Name, Record<string, string>[]> = {
    orgs: orgsOf(roster),
    academicSessions: sessionsOf(roster.schoolYear),
    users: roster.teachers.map(userOf),
    roles: roster.teachers.map((teacher) => roleOf(roster, teacher)),
    courses: coursesOf(roster),
    classes: classesOf(roster),
    enrollments: enrollmentsOf(roster),
  }
  const names = (Object.keys(headers) as Name[]).filter((name) => rows[name].length > 0)
  const files = names.map((name) => ({ name: `${name}.csv`, content: csvOf(headers[name].split(','), rows[name]) }))
  return [{ name: 'manifest.csv', content: manifestOf(names) }, ...files]
}

function manifestOf(names: readonly string[]): string {
  const rows = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...all.map((name) => [`file.${name}`, names.includes(name) ? 'bulk' : 'absent']),
    ['source.systemName', '雁阵'],
    ['source.systemCode', 'yanzhen'],
  ]
  return csvOf(['propertyName', 'value'], rows.map(([propertyName = '', value = '']) => ({ propertyName, value }))) // prettier-ignore
}

function orgsOf({ district, cluster, schools }: Roster): Record<string, string>[] {
  const org = ({ id, name }: RosterUnit, type: string, parent?: RosterUnit, identifier = '') => ({
    ...{ sourcedId: orgId(id), name, type, identifier },
    parentSourcedId: parent ? orgId(parent.id) : '',
  })
  return [
    org(district, 'district'),
    org(cluster, 'local', district),
    ...schools.map((school) => org(school, 'school', cluster, school.code ?? '')),
  ]
}

function userOf({ teacherId, schoolId, staffNo, name }: RosterTeacher): Record<string, string> {
  const { familyName, givenName } = partsOf(name)
  return {
    ...{ sourcedId: teacherId, enabledUser: 'true', username: staffNo, identifier: staffNo, givenName, familyName },
    primaryOrgSourcedId: orgId(schoolId),
  }
}

const roleOf = ({ schoolYear }: Roster, { teacherId, schoolId }: RosterTeacher): Record<string, string> => ({
  ...{ sourcedId: `${teacherId}-${schoolYear}`, userSourcedId: teacherId, roleType: 'primary', role: 'teacher' },
  ...{ beginDate: firstDay(schoolYear), endDate: lastDay(schoolYear), orgSourcedId: orgId(schoolId) },
})

/** Family names of two characters that are in use. */
const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司空|夏侯|轩辕|端木|百里|南宫|申屠|太史|公冶|澹台|闻人|呼延|钟离)(?=.)/

/** Stands for the given name of who has none: the binding asks for one. */
const NONE = '-'
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The register keeps a name whole; both parts are asked for: 王小明 is of the family 王, John Smith of the family Smith. */
export function partsOf(name: string): { familyName: string; givenName: string } {
  const western = isChinese(name) ? null : /^(.+) (\S+)$/.exec(name)
  if (western) return { familyName: western[2]!, givenName: western[1]! }
  const familyName = isChinese(name) && !name.includes(' ') ? (COMPOUND.exec(name)?.[0] ?? [...name][0]!) : name
  return { familyName, givenName: name.slice(familyName.length) || NONE }
}

/** The name that has these parts. */
export function wholeName({ familyName, givenName }: { familyName: string; givenName: string }): string {
  const given = givenName === NONE ? '' : givenName
  return isChinese(familyName + given) ? familyName + given : `${given} ${familyName}`.trim()
}

const csvOf = (header: readonly string[], rows: readonly Record<string, string>[]): string =>
  [header.join(','), ...rows.map((row) => header.map((name) => cell(row[name] ?? '')).join(','))].join('\r\n') + '\r\n'

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
