import { verbsOn, within, type Actor } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { listMembers, listMembersOn, listUnitNames, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { countCross, listSubjects } from './cross.sql.ts'
import { inOrder } from './facet.rules.ts'
import { kept, listAccess } from './list.access.ts'
import type { teacherApi } from './teacher.contract.ts'
import { shown } from './teacher.rules.ts'
import { countListed, findPlace, listTeachers, type FoundLine, type TeacherPlace } from './teacher.sql.ts'

type ListQuery = Input<typeof teacherApi.list>['query']
type Filter = Omit<ListQuery, 'after' | 'limit'>

/** A page of a unit's register. A search looks only where the reader sees names: a hit would give a masked name away. */
export async function readList(
  ctx: Context,
  unit: UnitSubject,
  query: ListQuery,
): Promise<Reply<typeof teacherApi.list>> {
  const members = await listMembers(ctx.db, unit.id, [query.year])
  const schools = inReach(ctx.actor, members, query)
  const asked = { ...query, schools }
  const today = unit.kind === 'school' ? [] : await listMembersOn(ctx.db, unit.id, ctx.today)
  const may = {
    can: verbsOn(listAccess, ctx.actor, unit),
    keeps: kept(ctx.actor, unit, members, today).map(({ schoolId }) => schoolId),
  }
  const after = query.after === undefined ? undefined : await placeOf(ctx, schools, query.after, query.year)
  if (after === null) return { teachers: [], next: null, total: await countListed(ctx.db, asked), ...may }
  const found = await listTeachers(ctx.db, asked, after, query.limit + 1)
  const page = found.slice(0, query.limit)
  return {
    teachers: await named(ctx, page),
    next: found.length > query.limit ? page.at(-1)!.teacherId : null,
    total: await countListed(ctx.db, asked),
    ...may,
  }
}

/** The cross table of a unit's register, and what its pickers offer. */
export async function readCross(
  ctx: Context,
  unit: UnitSubject,
  query: Input<typeof teacherApi.cross>['query'],
): Promise<Reply<typeof teacherApi.cross>> {
  const schools = await schoolsInReach(ctx, unit.id, query)
  const units = await schoolsInReach(ctx, unit.id, { year: query.year })
  const names = await listUnitNames(
    ctx.db,
    units.map(({ schoolId }) => schoolId),
  )
  return {
    rows: query.rows,
    columns: query.columns,
    cells: await countCross(ctx.db, { ...query, schools }, query.rows, query.columns),
    schools: names.map(({ id, name }) => ({ id, name })),
    subjects: inOrder('subject', await listSubjects(ctx.db, { schools: units, year: query.year })),
  }
}

const exported: readonly [title: string, valueOf: (line: Shown) => string | null][] = [
  ['学校', (line) => line.schoolName],
  ['工号', (line) => line.staffNo],
  ['姓名', (line) => line.name],
  ['性别', (line) => line.gender],
  ['学段', (line) => line.stage],
  ['任教学科', (line) => line.subject],
  ['职称', (line) => line.title],
  ['骨干类别', (line) => line.backbone],
  ['学科带头人', (line) => line.subjectLeader],
  ['符合交流条件', (line) => (line.eligible ? '是' : '否')],
]

/** The list that is shown, whole, as a workbook. */
export async function exportList(ctx: Context, unit: UnitSubject, query: Filter): Promise<Download> {
  const schools = await schoolsInReach(ctx, unit.id, query)
  const lines = await named(ctx, await listTeachers(ctx.db, { ...query, schools }, undefined, null))
  const title = `${unit.name}${schoolYearName(query.year)}教师名册`
  ctx.note({ districtId: unit.districtId, unitId: unit.id, schoolYear: query.year, rows: lines.length })
  const sheet = {
    name: '教师',
    title,
    columns: exported.map(([column]) => ({ title: column })),
    rows: lines.map((line) => exported.map(([, valueOf]) => valueOf(line))),
  }
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([sheet]))
}

type Narrowed = Pick<Filter, 'year' | 'schoolId' | 'q'>

const schoolsInReach = async ({ db, actor }: Context, unitId: number, narrowed: Narrowed): Promise<Member[]> =>
  inReach(actor, await listMembers(db, unitId, [narrowed.year]), narrowed)

function inReach(actor: Actor, members: readonly Member[], { schoolId, q }: Narrowed): Member[] {
  const reach = q ? actor.names : actor.sees
  return members.filter((member) => within(reach, member) && (schoolId === undefined || member.schoolId === schoolId))
}

/** null where the teacher is not in the list any more. */
async function placeOf(
  { db }: Context,
  schools: readonly Member[],
  teacherId: string,
  schoolYear: number,
): Promise<TeacherPlace | null> {
  const districtIds = schools.map(({ districtId }) => districtId)
  return (await findPlace(db, districtIds, teacherId, schoolYear)) ?? null
}

interface Found {
  schoolId: number
  districtId: number
  name: string
  staffNo: string
}
type Shown = FoundLine & { schoolName: string }

/** Lines with the names of their schools, masked where the reader does not see names. */
export async function named<T extends Found>({ db, actor }: Context, lines: readonly T[]) {
  const units = await listUnitNames(db, [...new Set(lines.map(({ schoolId }) => schoolId))])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return lines.map((line) => shown({ ...line, schoolName: names.get(line.schoolId) ?? '' }, within(actor.names, line)))
}
