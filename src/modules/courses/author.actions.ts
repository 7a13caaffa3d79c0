import { within } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { listUnits } from '#modules/organizations/index.ts'
import { deleteAuthor, insertAuthor } from './author.sql.ts'
import type { courseApi } from './entry.contract.ts'
import type { CourseSubject } from './entry.load.ts'
import { bylineOf, whyNotWrite } from './entry.rules.ts'
import { coursesProblems } from './problems.ts'

interface NamedAuthor {
  teacherId: string
  schoolId: number
  name: string
  school: string
}

/** The authors with their names as the register has them; one who is in none any more is left out. */
export async function namedAuthors(ctx: Context, { course, authors }: CourseSubject): Promise<NamedAuthor[]> {
  const ids = [...new Set(authors.map(({ schoolId }) => schoolId))]
  const schools = ids.length > 0 ? await listUnits(ctx.db, ids, ctx.today) : []
  const named: NamedAuthor[] = []
  for (const { teacherId, schoolId } of authors) {
    const person = await ctx.personFile?.find(ctx, { id: schoolId, districtId: course.districtId }, teacherId)
    const school = schools.find(({ id }) => id === schoolId)
    if (person && school) named.push({ teacherId, schoolId, name: person.name, school: school.name })
  }
  return named
}

/** How a version names its authors for good: as they wish, else by their names and schools. */
export const bylineNow = async (ctx: Context, subject: CourseSubject): Promise<string> =>
  subject.course.byline ?? bylineOf(await namedAuthors(ctx, subject))

/** The same before it is published: names as the reader may know them. */
export const bylineFor = async (ctx: Context, subject: CourseSubject): Promise<string> =>
  subject.course.byline ?? bylineOf(await authorsFor(ctx, subject))

/** The list that is kept of them: the own name, and those that the reader may know. */
export async function authorsFor(ctx: Context, subject: CourseSubject) {
  const { districtId } = subject.course
  return (await namedAuthors(ctx, subject)).map(({ teacherId, schoolId, name, school }) => ({
    ...{ teacherId, school },
    name: teacherId === subject.ownId || within(ctx.actor.names, { schoolId, districtId }) ? name : maskName(name),
  }))
}

/** By the full name, which whoever adds somebody knows: so nobody reads a register to find an author. */
export async function addAuthor(
  ctx: Context,
  { course }: CourseSubject,
  { name, teacherId }: Input<typeof courseApi.addAuthor>['body'],
): Promise<Reply<typeof courseApi.addAuthor>> {
  refuse(whyNotWrite(course))
  const found = (await namesakes(ctx, course, name)).filter((one) => !teacherId || one.teacherId === teacherId)
  const [author, another] = found
  if (!author) throw coursesProblems.noSuchTeacher({ name })
  if (another) return { choices: found.map(({ teacherId: id, school, note }) => ({ teacherId: id, school, note })) }
  if (!(await insertAuthor(ctx.db, course, author))) throw coursesProblems.isAuthor({ name })
  ctx.note({ districtId: course.districtId, unitId: course.schoolId, subjectId: course.id, course: course.name })
  return { choices: [] }
}

async function namesakes(ctx: Context, course: CourseSubject['course'], name: string) {
  const units = await listUnits(ctx.db, [course.schoolId, ...course.partnerSchoolIds], ctx.today)
  const found = []
  for (const { id, name: school } of units.filter(({ districtId }) => districtId === course.districtId))
    for (const person of (await ctx.personFile?.list(ctx, { id, districtId: course.districtId }, name)) ?? [])
      if (person.name === name) found.push({ teacherId: person.personId, schoolId: id, school, note: person.note })
  return found
}

export async function dropAuthor(ctx: Context, { course }: CourseSubject, teacherId: string): Promise<void> {
  refuse(whyNotWrite(course))
  await deleteAuthor(ctx.db, course, teacherId)
  ctx.note({ districtId: course.districtId, unitId: course.schoolId, subjectId: course.id, course: course.name })
}
