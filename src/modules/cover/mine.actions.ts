import type { Reply } from '#shared/endpoint.ts'
import { dayAfter } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import type { Ask, askApi } from './ask.contract.ts'
import { findAskOf, listAsksOf, type AskRow } from './ask.sql.ts'
import { nameOf } from './asking.actions.ts'
import { gapLines } from './gap-lines.ts'
import { findGap, listGapsOfTeacher, type GapRow } from './gap.sql.ts'
import { listTeachersNamed } from './register.sql.ts'
import { findSpot, listCampuses } from './timetable.sql.ts'
import { mondayOf } from '#shared/week.ts'
import { readDatedLessons } from './week.actions.ts'

/** A question with the lesson that it is about. */
export interface AskSubject {
  ask: AskRow
  gap: GapRow
}

/** A question that is put to the person who asks; anybody else's is not there. */
export async function loadAsk(ctx: Context, id: string): Promise<AskSubject | undefined> {
  const own = await findOwnTeacher(ctx)
  return ctx.asOwner(async (db) => {
    const ask = own && (await findAskOf(db, own, id))
    const gap = ask && (await findGap(db, [ask.districtId], ask.gapId))
    return ask && gap && { ask, gap }
  })
}

export const readAsk = (ctx: Context, subject: AskSubject): Promise<Ask> =>
  ctx.asOwner((db) => askOf(db, subject.gap, subject.ask))

async function askOf(db: Db, gap: GapRow, ask: AskRow | undefined): Promise<Ask> {
  const spot = await findSpot(db, gap.campusId ?? gap.schoolId)
  return {
    ...{ id: ask?.id ?? gap.id, day: gap.day, period: gap.period, fromTime: gap.fromTime, untilTime: gap.untilTime },
    ...{ className: gap.className, subject: gap.subject, schoolName: await nameOf(db, gap.schoolId) },
    address: spot?.address ?? null,
    campus: gap.campusId === null ? null : (spot?.name ?? null),
    dueAt: ask?.dueAt?.toISOString() ?? null,
    state: ask ? stateOf(ask, gap) : 'yes',
  }
}

function stateOf(ask: AskRow, gap: GapRow): Ask['state'] {
  if (gap.state === 'withdrawn') return 'withdrawn'
  if (gap.state === 'taken') return gap.takenTeacherId === ask.teacherId ? 'yes' : 'gone'
  if (gap.state !== 'asking') return 'settled'
  return ask.answer === 'no' ? 'no' : 'open'
}

const nobody: Omit<Reply<typeof askApi.mine>, 'today'> = {
  ...{ teacherId: null, schoolId: null, schoolName: '', asks: [], taken: [], gaps: [], lessons: [] },
}

/** Everything of a teacher's own, for the phone. */
export async function readMine(ctx: Context): Promise<Reply<typeof askApi.mine>> {
  const own = await findOwnTeacher(ctx)
  if (!own) return { ...nobody, today: ctx.today }
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const [teacher] = await listTeachersNamed(db, own.districtId, [own.teacherId])
    const gaps = await listGapsOfTeacher(db, own, ctx.today)
    const missing = gaps.filter(({ teacherId }) => teacherId === own.teacherId)
    const lines = await gapLines(inside, missing)
    const taken = gaps.filter(({ takenTeacherId }) => takenTeacherId === own.teacherId)
    return {
      ...{ teacherId: own.teacherId, schoolId: teacher?.schoolId ?? null, today: ctx.today },
      schoolName: teacher ? await nameOf(db, teacher.schoolId) : '',
      asks: await openAsks(db, own, ctx.today),
      taken: await Promise.all(taken.map((gap) => askOf(db, gap, undefined))),
      gaps: lines.map(({ can: _, ...line }, at) => ({ ...line, absenceId: missing[at]!.absenceId })),
      lessons: await weekOf(db, own, ctx.today),
    }
  })
}

/** What waits for a teacher's answer. */
export async function openAsks(db: Db, own: TeacherKey, today: string): Promise<Ask[]> {
  const asks = await listAsksOf(db, own, today)
  const all = await Promise.all(
    asks.map(async (ask) => askOf(db, (await findGap(db, [ask.districtId], ask.gapId))!, ask)),
  )
  return all.filter(({ state }) => state === 'open')
}

async function weekOf(db: Db, own: TeacherKey, today: string) {
  const monday = mondayOf(today)
  const lessons = await readDatedLessons(db, own, [monday, dayAfter(monday, 6)])
  const campuses = await listCampuses(db, [...new Set(lessons.map(({ schoolId }) => schoolId))])
  return lessons.map(({ sourceId, className, subject, weekday, period, weeks, campusId }) => ({
    ...{ id: sourceId, className, subject, weekday, period, weeks },
    campus: campuses.find(({ id }) => id === campusId)?.name ?? null,
  }))
}
