import type { Input, Reply } from '#shared/endpoint.ts'
import { dayOf, momentOf, timeOf } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { platformProblems } from '#platform/problems.ts'
import type { TeacherTime } from '#platform/teacher-times.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { schoolsOf } from './board.actions.ts'
import { listLessonsOfTeacher } from './day.sql.ts'
import { timesOf } from './elsewhere.actions.ts'
import { readBells } from './free.actions.ts'
import { lockTeacher } from './gap.sql.ts'
import type { postApi, PostLesson, PostLine } from './post.contract.ts'
import { clashesOf, datedClashesOf, type DatedSpot, type WeeklySpot } from './post.rules.ts'
import { findRotation, insertPost, listPostLessons, listPosts, updatePostEnd, type PostRow } from './post.sql.ts'
import { coverProblems } from './problems.ts'
import { listTeachersAt, listTeachersNamed, type SchoolTeacher } from './register.sql.ts'
import { isNamed, leadsCluster } from './school.access.ts'
import { listCampuses } from './timetable.sql.ts'
import { travelBetween } from './travel.actions.ts'
import { mondayOf, termAt, type Weeks } from '#shared/week.ts'

/** The standing lessons between schools of a cluster, or of one school. */
export async function readPosts(ctx: Context, unit: UnitSubject): Promise<Reply<typeof postApi.list>> {
  const { districtId } = unit
  const schoolIds = await schoolsOf(ctx, unit, ctx.today)
  const posts = await listPosts(ctx.db, districtId, schoolIds)
  const leads = leadsCluster(ctx.actor, unit)
  const teachers = leads ? await listTeachersAt(ctx.db, districtId, schoolIds, termAt(ctx.today).schoolYear) : []
  const ids = [...new Set([...schoolIds, ...posts.flatMap(({ schoolId, toSchoolId }) => [schoolId, toSchoolId])])]
  const names = new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
  const schoolName = (id: number) => names.get(id) ?? ''
  return {
    posts: await linesOf(ctx, unit, posts, schoolName),
    teachers: teachers
      .filter((one) => isNamed(ctx.actor, one))
      .map(({ teacherId, name, schoolId, subject }) => ({
        ...{ teacherId, name, schoolId, schoolName: schoolName(schoolId), subject },
      })),
    schools: leads ? await choicesOf(ctx, schoolIds, schoolName) : [],
  }
}

async function choicesOf(ctx: Context, schoolIds: readonly number[], schoolName: (id: number) => string) {
  const campuses = grouped(await listCampuses(ctx.db, schoolIds), ({ schoolId }) => schoolId)
  return schoolIds.map((schoolId) => ({
    ...{ schoolId, schoolName: schoolName(schoolId) },
    campuses: (campuses.get(schoolId) ?? []).map(({ id, name }) => ({ id, name })),
  }))
}

async function linesOf(
  ctx: Context,
  unit: UnitSubject,
  posts: readonly PostRow[],
  schoolName: (id: number) => string,
): Promise<PostLine[]> {
  const { districtId } = unit
  const lessons = grouped(await listPostLessons(ctx.db, districtId, posts.map(({ id }) => id)), ({ postId }) => postId) // prettier-ignore
  const named = await listTeachersNamed(ctx.db, districtId, [...new Set(posts.map(({ teacherId }) => teacherId))])
  const names = new Map(named.map(({ teacherId, name }) => [teacherId, name]))
  const campuses = new Map((await listCampuses(ctx.db, [...new Set(posts.map(({ toSchoolId }) => toSchoolId))])).map(({ id, name }) => [id, name])) // prettier-ignore
  return posts.map(({ id, teacherId, schoolId, toSchoolId, form, fromDay, untilDay, rotationId }) => {
    const name = names.get(teacherId) ?? ''
    return {
      ...{ id, teacherId, form, fromDay, untilDay, rotation: rotationId !== null },
      teacherName: isNamed(ctx.actor, { schoolId, districtId }) ? name : maskName(name),
      ...{ fromSchool: schoolName(schoolId), toSchool: schoolName(toSchoolId) },
      campus: campuses.get(lessons.get(id)?.[0]?.campusId ?? 0) ?? null,
      lessons: (lessons.get(id) ?? []).map(({ weekday, period, className, subject, weeks }) => ({ weekday, period, className, subject, weeks })), // prettier-ignore
      can: leadsCluster(ctx.actor, unit) && untilDay > ctx.today ? (['end'] as const).slice() : [],
    }
  })
}

type NewPost = Input<typeof postApi.add>['body']

/** A teacher gives lessons at another school: nobody is in two places, and the way between them is reckoned. */
export async function addPost(ctx: Context, unit: UnitSubject, body: NewPost): Promise<Reply<typeof postApi.add>> {
  const { districtId } = unit
  const schoolIds = await schoolsOf(ctx, unit, ctx.today)
  const teachers = await listTeachersAt(ctx.db, districtId, schoolIds, termAt(body.fromDay).schoolYear)
  const teacher = teachers.find(({ teacherId }) => teacherId === body.teacherId)
  const campuses = (await listCampuses(ctx.db, [body.toSchoolId])).map(({ id }) => id)
  refuseBody(body, { teacher, isMember: schoolIds.includes(body.toSchoolId), campuses })
  await lockTeacher(ctx.db, body.teacherId)
  await refuseClashes(ctx, unit, body)
  const rotationId = (await findRotation(ctx.db, { districtId, ...body })) ?? null
  const id = ctx.newId()
  const at = { districtId, schoolId: teacher!.schoolId, toSchoolId: body.toSchoolId }
  const { teacherId, form, fromDay, untilDay } = body
  await insertPost(
    ctx.db,
    {
      ...{ ...at, id, teacherId, rotationId, form, fromDay, untilDay, ...termAt(fromDay), weekOne: mondayOf(fromDay) },
      ...{ madeAt: ctx.now, madeBy: ctx.actor.name },
    },
    body.lessons.map((lesson) => ({ ...lesson, ...at, id: ctx.newId(), postId: id, campusId: body.campusId })),
  )
  ctx.note({ districtId, unitId: body.toSchoolId, subjectId: teacherId, form, lessons: body.lessons.length })
  return { id, rotation: rotationId !== null }
}

interface Refusing {
  teacher: SchoolTeacher | undefined
  isMember: boolean
  campuses: readonly number[]
}

function refuseBody(body: NewPost, { teacher, isMember, campuses }: Refusing) {
  const wrong = (path: string, message: string) => platformProblems.badInput({ issues: [{ path, message }] })
  if (!teacher) throw coverProblems.notOfSchool()
  if (!isMember) throw wrong('toSchoolId', '这所学校不是学区的成员校，请另选一所。')
  if (teacher.schoolId === body.toSchoolId) throw wrong('toSchoolId', '这是教师自己的学校，请选另一所学校。')
  if (body.campusId !== null && !campuses.includes(body.campusId))
    throw wrong('campusId', '这个校区不是所选学校的，请重新选。')
  if (body.untilDay < body.fromDay) throw wrong('untilDay', '结束日期早于开始日期，请核对。')
  if (
    termAt(body.untilDay).term !== termAt(body.fromDay).term ||
    Date.parse(body.untilDay) - Date.parse(body.fromDay) > 220 * 86_400_000
  )
    // prettier-ignore
    throw wrong('untilDay', '一次登记一个学期，下学期的课请再登记一次。')
}

async function refuseClashes(ctx: Context, unit: UnitSubject, body: NewPost): Promise<void> {
  const { districtId } = unit
  const elsewhere = await timesOf(
    ctx,
    districtId,
    [body.teacherId],
    [momentOf(body.fromDay, '00:00'), momentOf(body.untilDay, '24:00')],
  )
  const found = await listLessonsOfTeacher(ctx.db, { districtId, teacherId: body.teacherId }, [body.fromDay, body.untilDay]) // prettier-ignore
  const schoolIds = [...new Set([body.toSchoolId, ...[...found, ...elsewhere].map(({ schoolId }) => schoolId)])]
  const spots = await spotsOf(ctx.db, districtId, schoolIds)
  const travel = await travelBetween(ctx.db, { districtId, clusterId: unit.id }, schoolIds)
  const wanted = body.lessons.map((lesson) => spots({ ...lesson, schoolId: body.toSchoolId, campusId: body.campusId }))
  const untimed = wanted.findIndex((spot) => spot === undefined)
  if (untimed >= 0) throw coverProblems.clashes({ message: `第${body.lessons[untimed]!.period}节在接收学校的作息里没有时间，请核对。` }) // prettier-ignore
  const lessons = wanted.filter((spot) => spot !== undefined)
  const clashes = [
    ...clashesOf(lessons, found.flatMap((lesson) => spots(lesson) ?? []), travel), // prettier-ignore
    ...datedClashesOf(lessons, body, elsewhere.map(datedOf), travel),
  ]
  if (clashes.length > 0) throw coverProblems.clashes({ message: clashes.map(({ message }) => message).join('') })
}

const datedOf = ({ fromAt, untilAt, placeId, words }: TeacherTime): DatedSpot => ({
  day: dayOf(fromAt),
  fromTime: timeOf(fromAt),
  untilTime: timeOf(untilAt),
  placeId,
  words,
})

type Timed = PostLesson & { schoolId: number; campusId: number | null; weeks: Weeks }

async function spotsOf(db: Db, districtId: number, schoolIds: readonly number[]) {
  const bells = await readBells(db, districtId, schoolIds)
  const names = new Map((await listUnitNames(db, schoolIds)).map(({ id, name }) => [id, name]))
  const campuses = new Map((await listCampuses(db, schoolIds)).map(({ id, name }) => [id, name]))
  const nameOf = (schoolId: number, campus = '') => {
    const school = names.get(schoolId) ?? ''
    return campus.startsWith(school) ? campus : school + campus
  }
  return ({ schoolId, campusId, weekday, period, weeks, subject, className }: Timed): WeeklySpot | undefined => {
    const bell = bells.get(schoolId)?.find((one) => one.period === period)
    const place = { placeId: campusId ?? schoolId, placeName: nameOf(schoolId, campuses.get(campusId ?? 0)) }
    return bell && { ...place, fromTime: bell.fromTime, untilTime: bell.untilTime, weekday, period, weeks, subject, className } // prettier-ignore
  }
}

/** Ends on a day, that day included; what was given until then stays. */
export async function endPost(ctx: Context, post: PostRow, day: string): Promise<void> {
  if (day < post.fromDay || day > post.untilDay || day < ctx.today) throw coverProblems.endsOutside()
  await updatePostEnd(ctx.db, post, day)
  ctx.note({ districtId: post.districtId, unitId: post.toSchoolId, subjectId: post.teacherId, day })
}
