import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import type { UploadedFile } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { bellsOf } from '#shared/bells.ts'
import { readTimetable } from './read-timetable.ts'
import { coverProblems } from './problems.ts'
import { listTeachersAt, listTeachersNamed } from './register.sql.ts'
import { isNamed, keepsSchool } from './school.access.ts'
import type { timetableApi } from './timetable.contract.ts'
import { clashesIn, resolveLessons, type ResolvedLesson } from './timetable.rules.ts'
import {
  deleteDraft,
  deleteTimetablesFrom,
  endTimetablesBefore,
  insertDraft,
  insertLessons,
  insertTimetable,
  listBells,
  listCampuses,
  listLessons,
  listTimetables,
  type DraftRow,
  type TimetableRow,
} from './timetable.sql.ts'
import { mondayOf, type Term } from '#shared/week.ts'

/** What holds at a school on a day; where nothing does, what comes next, else what held last. */
export async function readSchoolTimetable(
  ctx: Context,
  school: UnitSubject,
  asked: string | undefined,
): Promise<Reply<typeof timetableApi.read>> {
  const { id, districtId } = school
  const versions = await listTimetables(ctx.db, districtId, [id])
  const day = asked ?? ctx.today
  const current =
    versions.find(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay) ??
    versions.findLast(({ fromDay }) => fromDay > day) ??
    versions[0]
  const own = await listBells(ctx.db, districtId, [id])
  return {
    day,
    current: current ? versionOf(current) : null,
    versions: versions.map(versionOf),
    lessons: current ? await lessonsOf(ctx, school, current) : [],
    bells: bellsOf(own).map(({ period, fromTime, untilTime }) => ({ period, fromTime, untilTime })),
    ownBells: own.length > 0,
    can: keepsSchool(ctx.actor, school) ? ['import', 'bells', 'report'] : [],
  }
}

const versionOf = ({ id, schoolYear, term, fromDay, untilDay, lessons, fileName, takenBy }: TimetableRow) => ({
  ...{ id, schoolYear, term, fromDay, untilDay, lessons, fileName, takenBy },
})

async function lessonsOf(ctx: Context, { id, districtId }: UnitSubject, { id: versionId }: TimetableRow) {
  const rows = await listLessons(ctx.db, districtId, [versionId])
  const ids = [...new Set(rows.map(({ teacherId }) => teacherId))]
  const names = new Map((await listTeachersNamed(ctx.db, districtId, ids)).map((one) => [one.teacherId, one.name]))
  const campuses = new Map((await listCampuses(ctx.db, [id])).map((one) => [one.id, one.name]))
  const own = await findOwnTeacher(ctx)
  const named = isNamed(ctx.actor, { schoolId: id, districtId })
  return rows.map(({ id: lessonId, teacherId, className, subject, weekday, period, weeks, campusId }) => {
    const name = names.get(teacherId) ?? ''
    const teacherName = named || teacherId === own?.teacherId ? name : maskName(name)
    const campus = campusId === null ? null : (campuses.get(campusId) ?? null)
    return { id: lessonId, teacherId, teacherName, className, subject, weekday, period, weeks, campus }
  })
}

interface Span {
  year: number
  term: Term
  fromDay: string
  untilDay: string
}

/** Reads a file and says what it would bring; with faults nothing is kept. */
export async function previewTimetable(
  ctx: Context,
  school: UnitSubject,
  span: Span,
  file: UploadedFile,
): Promise<Reply<typeof timetableApi.upload>> {
  const { id: schoolId, districtId } = school
  const teachers = await listTeachersAt(ctx.db, districtId, [schoolId], span.year)
  if (teachers.length === 0) throw coverProblems.noRegister()
  const versions = (await listTimetables(ctx.db, districtId, [schoolId])).filter(ofTerm(span))
  const names = new Set(teachers.map(({ name }) => name))
  const read = await readTimetable(file, {
    bells: bellsOf(await listBells(ctx.db, districtId, [schoolId])),
    weekOne: versions[0]?.weekOne ?? mondayOf(span.fromDay),
    isTeacher: (name) => names.has(name),
  })
  const campuses = await listCampuses(ctx.db, [schoolId])
  const { lessons, faults } = resolveLessons(read.lessons, { teachers, campuses, school: school.name })
  const allFaults = [...read.faults, ...faults, ...clashesIn(lessons)]
  const draftId = allFaults.length === 0 ? await keepDraft(ctx, school, { span, file, lessons }) : null
  ctx.note({ districtId, unitId: schoolId, lessons: lessons.length, faults: allFaults.length })
  const before = versions.find(({ untilDay }) => untilDay >= span.fromDay)
  return {
    draftId,
    fileName: file.name,
    fromDay: span.fromDay,
    untilDay: span.untilDay,
    lessons: lessons.length,
    teachers: new Set(lessons.map(({ teacherId }) => teacherId)).size,
    classes: new Set(lessons.map(({ className }) => className)).size,
    faults: allFaults,
    notes: read.notes,
    replaces: before ? { fromDay: before.fromDay, ends: before.fromDay < span.fromDay ? span.fromDay : null } : null,
  }
}

const ofTerm =
  ({ year, term }: Span) =>
  (row: TimetableRow) =>
    row.schoolYear === year && row.term === term

async function keepDraft(
  ctx: Context,
  { id: schoolId, districtId }: UnitSubject,
  { span, file, lessons }: { span: Span; file: UploadedFile; lessons: readonly ResolvedLesson[] },
): Promise<string> {
  const { year: schoolYear, term, fromDay, untilDay } = span
  const id = ctx.newId()
  const kept = lessons.map(({ at: _at, teacherName: _name, ...lesson }) => lesson)
  const row = { districtId, id, schoolId, schoolYear, term, fromDay, untilDay, fileName: file.name }
  await insertDraft(ctx.db, { ...row, lessons: kept, madeAt: ctx.now })
  return id
}

/** Takes what was read, in one transaction; what held until then ends the day before. */
export async function takeDraft(ctx: Context, draft: DraftRow): Promise<Reply<typeof timetableApi.take>> {
  if (!(await deleteDraft(ctx.db, draft))) throw coverProblems.draftGone()
  const { districtId, schoolId, lessons, madeAt: _, ...rest } = draft
  const versions = await listTimetables(ctx.db, districtId, [schoolId])
  const first = versions.find(({ schoolYear, term }) => schoolYear === draft.schoolYear && term === draft.term)
  await deleteTimetablesFrom(ctx.db, draft)
  await endTimetablesBefore(ctx.db, draft)
  const id = ctx.newId()
  await insertTimetable(ctx.db, {
    ...rest,
    districtId,
    schoolId,
    id,
    weekOne: first?.weekOne ?? mondayOf(draft.fromDay),
    lessons: lessons.length,
    takenAt: ctx.now,
    takenBy: ctx.actor.name,
  })
  await insertLessons(
    ctx.db,
    lessons.map((lesson) => ({ ...lesson, districtId, schoolId, timetableId: id, id: ctx.newId() })),
  )
  ctx.note({ districtId, unitId: schoolId, lessons: lessons.length, fromDay: draft.fromDay })
  return { lessons: lessons.length, fromDay: draft.fromDay }
}

/** An empty long table with two lines that show how it is filled in. */
export function timetableForm(school: UnitSubject): Download {
  const titles = ['工号', '姓名', '班级', '学科', '星期', '节次', '单双周', '校区']
  const sheet = {
    name: '课表',
    columns: titles.map((title) => ({ title, width: 14 })),
    rows: [],
    note: '工号和姓名填一项即可；星期写“一”到“日”；节次写数字，连堂写“3-4”；每周都上的，单双周留空；校区可不填。',
  }
  return new Download(`${school.shortName || school.name}课表.xlsx`, XLSX, writeWorkbook([sheet]))
}
