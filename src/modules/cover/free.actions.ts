import { listMembersOn, stagesOfKind } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherTime } from '#platform/teacher-times.ts'
import { grouped } from '#shared/group.ts'
import { bellsOf, type Bell } from '#shared/bells.ts'
import {
  countTaken,
  listAway,
  listPosted,
  listSchools,
  listTakenBetween,
  listTimetabled,
  listTimetabledSchools,
  type DayLesson,
} from './day.sql.ts'
import type { GapRow } from './gap.sql.ts'
import { timesOf } from './elsewhere.actions.ts'
import { rank, whyNotFree, type Candidate, type Travel, type Visit, type Wanted } from './rank.rules.ts'
import { listTeachersAt, type SchoolTeacher } from './register.sql.ts'
import { listBells } from './timetable.sql.ts'
import { travelBetween } from './travel.actions.ts'
import { dayAfter, dayOf, momentOf, timeOf } from '#shared/day.ts'
import { fallsInWeek, mondayOf, termAt, weekdayOf } from '#shared/week.ts'

/** The lesson that somebody is wanted for, as far as being free for it goes. */
export type Sought = Pick<
  GapRow,
  'districtId' | 'schoolId' | 'clusterId' | 'teacherId' | 'day' | 'fromTime' | 'untilTime' | 'subject' | 'campusId'
>

/** Everything that a cluster's day holds, as far as it decides who can come. */
interface Day {
  candidates: Candidate[]
  teachers: ReadonlyMap<string, SchoolTeacher>
  schoolNames: ReadonlyMap<number, string>
  travel: Travel
  wanted: Wanted
}

/** Who of the cluster could give a lesson, the best first, and why not the others. To be asked as the owner. */
export async function rankFor(ctx: Context, sought: Sought) {
  const day = await readDay(ctx, sought)
  return { ...rank(day.wanted, day.candidates, day.travel), teachers: day.teachers, schoolNames: day.schoolNames }
}

/** Why one teacher cannot be there then; undefined where nothing stands in the way. */
export async function whyTeacherNotFree(ctx: Context, sought: Sought, teacherId: string): Promise<string | undefined> {
  const { wanted, candidates, travel } = await readDay(ctx, sought)
  const candidate = candidates.find((one) => one.teacherId === teacherId)
  return candidate ? whyNotFree(wanted, candidate, travel)?.why : '不在学区的教师名册中'
}

async function readDay(ctx: Context, sought: Sought): Promise<Day> {
  const { db } = ctx
  const { districtId, clusterId, schoolId, day } = sought
  const schoolIds = [...new Set([...(await listMembersOn(db, clusterId, day)), schoolId])]
  const asked = { districtId, schoolIds, day }
  const teachers = await listTeachersAt(db, districtId, schoolIds, termAt(day).schoolYear)
  const schools = new Map((await listSchools(db, districtId, schoolIds)).map((one) => [one.id, one]))
  const elsewhere = await timesOf(ctx, districtId, idsOf(teachers), weekOf(day))
  const facts = await readFacts(db, asked, elsewhere)
  const travel = await travelBetween(db, { districtId, clusterId }, [...schoolIds, ...elsewhere.map((one) => one.schoolId)]) // prettier-ignore
  const stageOf = ({ stage, schoolId: at }: Pick<SchoolTeacher, 'stage' | 'schoolId'>) =>
    stage ?? onlyStage(schools.get(at)?.kind ?? null)
  const absent = teachers.find(({ teacherId }) => teacherId === sought.teacherId)
  const candidates = teachers.map((one) => ({
    ...{ teacherId: one.teacherId, schoolId: one.schoolId, pinyin: one.pinyin, subject: one.subject },
    schoolName: schools.get(one.schoolId)?.name ?? '',
    stage: stageOf(one),
    hasTimetable: facts.timetabled.has(one.schoolId),
    isAway: facts.away.has(one.teacherId),
    visits: facts.visits.get(one.teacherId) ?? [],
    weekLessons: facts.week.get(one.teacherId) ?? 0,
    covers: facts.covers.get(one.teacherId) ?? 0,
  }))
  return {
    candidates,
    teachers: new Map(teachers.map((one) => [one.teacherId, one])),
    schoolNames: new Map([...schools].map(([id, { name }]) => [id, name])),
    travel,
    wanted: { ...sought, placeId: sought.campusId ?? schoolId, stage: absent ? stageOf(absent) : null },
  }
}

const onlyStage = (kind: string | null): string | null => {
  const [stage, other] = stagesOfKind(kind)
  return stage !== undefined && other === undefined ? stage : null
}

interface Asked {
  districtId: number
  schoolIds: readonly number[]
  day: string
}

async function readFacts(db: Db, asked: Asked, elsewhere: readonly TeacherTime[]) {
  const { districtId, schoolIds, day } = asked
  const monday = mondayOf(day)
  const weekly = [...(await listTimetabled(db, asked)), ...(await listPosted(db, asked))]
  const thisWeek = weekly.filter(({ weeks, weekOne }) => fallsInWeek(weeks, day, weekOne))
  const taken = await listTakenBetween(db, asked, [monday, dayAfter(monday, 6)])
  const bells = await readBells(db, districtId, [...new Set([...schoolIds, ...weekly.map((one) => one.schoolId)])])
  const visits = [
    ...thisWeek.filter(({ weekday }) => weekday === weekdayOf(day)).flatMap((one) => visitOf(one, bells)),
    ...taken
      .filter((one) => one.day === day)
      .map(({ teacherId, fromTime, untilTime, campusId, schoolId, period, subject, className }) => ({
        teacherId,
        visit: {
          fromTime,
          untilTime,
          placeId: campusId ?? schoolId,
          words: `第${period}节代${subject}（${className}）`,
        },
      })),
    ...elsewhere
      .filter(({ fromAt }) => dayOf(fromAt) === day)
      .map(({ teacherId, fromAt, untilAt, placeId, words }) => ({
        teacherId,
        visit: { fromTime: timeOf(fromAt), untilTime: timeOf(untilAt), placeId, words },
      })),
  ]
  return {
    timetabled: new Set(await listTimetabledSchools(db, asked)),
    away: new Set(await listAway(db, asked)),
    visits: new Map([...grouped(visits, ({ teacherId }) => teacherId)].map(([id, all]) => [id, all.map(({ visit }) => visit)])), // prettier-ignore
    week: countsBy([...thisWeek, ...taken, ...elsewhere]),
    covers: new Map((await countTaken(db, asked, termAt(day))).map(({ teacherId, n }) => [teacherId, n])),
  }
}

const idsOf = (teachers: readonly SchoolTeacher[]) => teachers.map(({ teacherId }) => teacherId)

/** From Monday on, as far as Sunday. */
function weekOf(day: string): readonly [Date, Date] {
  const monday = mondayOf(day)
  return [momentOf(monday, '00:00'), momentOf(dayAfter(monday, 6), '24:00')]
}

const countsBy = (all: readonly { teacherId: string }[]): Map<string, number> =>
  new Map([...grouped(all, ({ teacherId }) => teacherId)].map(([id, own]) => [id, own.length]))

function visitOf(
  lesson: DayLesson,
  bells: ReadonlyMap<number, readonly Bell[]>,
): { teacherId: string; visit: Visit }[] {
  const { teacherId, schoolId, campusId, period, subject, className } = lesson
  const bell = bells.get(schoolId)?.find((one) => one.period === period)
  if (!bell) return []
  const words = `第${period}节${subject}（${className}）`
  return [
    { teacherId, visit: { fromTime: bell.fromTime, untilTime: bell.untilTime, placeId: campusId ?? schoolId, words } },
  ]
}

/** The times of schools, their own or the usual ones. */
export async function readBells(
  db: Db,
  districtId: number,
  schoolIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Bell[]>> {
  const own = grouped(await listBells(db, districtId, schoolIds), ({ schoolId }) => schoolId)
  return new Map(schoolIds.map((id) => [id, bellsOf(own.get(id) ?? [])]))
}
