import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { noteRecorded } from '#platform/facts.ts'
import { platformProblems } from '#platform/problems.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { judged } from './eligibility.actions.ts'
import { listFrozenVerdicts, listFrozenYears } from './eligible-list.sql.ts'
import { updateExemptionSchool } from './exemption.sql.ts'
import { keyOf, noteRegister } from './figures.actions.ts'
import { peopleProblems } from './problems.ts'
import { ifSamePerson, spellingsOf } from './staff-number.rules.ts'
import { whyNotBorn, type TeacherRow } from './teacher.rules.ts'
import { listStaffNumbers, saveTeachers } from './teacher.sql.ts'
import type { LoadedYear } from './year.load.ts'
import type { TeacherFacts, yearApi } from './year.contract.ts'
import { changedFacts, frozenWords, only, withFacts, type ChangeKind, type Facts, type FactName } from './year.rules.ts'
import { deleteTeacherRows, findLeft, insertChanges, updateSaidAgain, updateVolunteering } from './year.sql.ts'

type Written = Reply<typeof yearApi.correct>

/** Adds a teacher to a school's register of a year. A staff number that was on file in another year is the same person. */
export async function addTeacher(
  ctx: Context,
  school: UnitSubject,
  { year, ...body }: Input<typeof yearApi.add>['body'],
): Promise<Reply<typeof yearApi.add>> {
  const { districtId } = school
  const known = await knownBy(ctx, districtId, year, body)
  const row: TeacherRow = {
    ...newRow,
    ...factsOf(body),
    teacherId: known.teacherId ?? ctx.newId(),
    districtId,
    schoolYear: year,
    schoolId: school.id,
  }
  refuseBorn(row)
  const key = { districtId, schoolId: school.id, schoolYear: year, source: 'people.teachers' }
  await noteRecorded(ctx.db, [key])
  const [saved] = await saveByHand(ctx, [row])
  await logChanges(ctx, '新增', [{ row: saved!, before: null, after: only(saved!, allFacts) }])
  return { teacherId: row.teacherId, alike: known.alike }
}

const newRow = { volunteered: false, volunteerNote: null, imported: false, eligible: false, eligibleReason: '' }
const allFacts = ['staffNo', 'name', 'gender', 'bornOn', 'stage', 'subject', 'title', 'backbone', 'subjectLeader', 'joinedOn', 'declaredEligible'] as const satisfies readonly FactName[] // prettier-ignore

const factsOf = ({ declared, ...facts }: TeacherFacts): Omit<Facts, 'volunteered'> => ({
  ...facts,
  declaredEligible: declared === null ? null : declared === '是',
})

/** Whose staff number it is, looked up in the whole district: it may not belong to two persons. */
async function knownBy(
  ctx: Context,
  districtId: number,
  year: number,
  { staffNo, name }: { staffNo: string; name: string },
) {
  const found = await ctx.asOwner((db) => listStaffNumbers(db, [districtId], spellingsOf(staffNo)))
  const own = found.filter((one) => one.staffNo === staffNo)
  const taken = own.find(({ schoolYear }) => schoolYear === year)
  if (taken) throw peopleProblems.staffNoTaken({ staffNo, year, school: await nameOf(ctx, taken.schoolId) })
  const other = own.find((one) => one.schoolYear !== 0 && one.name !== name)
  if (other) throw peopleProblems.staffNoOfOther({ staffNo, year: other.schoolYear })
  const alike = found.find((one) => ifSamePerson(one.staffNo, staffNo) && one.name === name)
  return { teacherId: own[0]?.teacherId, alike: alike?.staffNo ?? null }
}

/** Corrects facts of a year, and of later years where the person says so. */
export async function correctYear(
  ctx: Context,
  { row, later }: LoadedYear,
  { alsoLater, ...body }: Input<typeof yearApi.correct>['body'],
): Promise<Written> {
  const facts = factsOf(body)
  const changed = changedFacts(row, facts)
  if (changed.length === 0) return { years: [], frozen: null }
  if (changed.includes('staffNo')) await checkStaffNo(ctx, row, body.staffNo)
  if (changed.includes('bornOn') || changed.includes('joinedOn')) refuseBorn(withFacts(row, facts, changed))
  const touched = alsoLater ? [row, ...later] : [row]
  const saved = await saveByHand(
    ctx,
    touched.map((one) => withFacts(one, facts, changed)),
  )
  await logChanges(
    ctx,
    '更正',
    saved.map((one, at) => ({ row: one, before: only(touched[at]!, changed), after: only(one, changed) })),
  )
  return written(ctx, saved)
}

function refuseBorn(row: TeacherRow): void {
  const message = whyNotBorn(row, row.schoolYear)
  if (message) throw platformProblems.badInput({ issues: [{ path: 'bornOn', message }] })
}

async function checkStaffNo(ctx: Context, row: TeacherRow, staffNo: string): Promise<void> {
  const found = await ctx.asOwner((db) => listStaffNumbers(db, [row.districtId], [staffNo]))
  const other = found.find(({ teacherId }) => teacherId !== row.teacherId)
  if (!other) return
  throw peopleProblems.staffNoTaken({ staffNo, year: other.schoolYear, school: await nameOf(ctx, other.schoolId) })
}

/** Moves a teacher to another school of the district, from this year on or in it alone. */
export async function moveTeacher(
  ctx: Context,
  { row, later, school }: LoadedYear & { school: UnitSubject },
  { joinedOn, alsoLater, note }: Input<typeof yearApi.move>['body'],
): Promise<Written> {
  if (school.districtId !== row.districtId) throw peopleProblems.otherDistrict()
  if (school.id === row.schoolId) throw peopleProblems.sameSchool()
  const touched = [row, ...(alsoLater ? later.filter(({ schoolId }) => schoolId === row.schoolId) : [])]
  await noteRegister(ctx, touched)
  await noteRecorded(
    ctx.db,
    touched.map((one) => keyOf({ ...one, schoolId: school.id })),
  )
  const saved = await saveByHand(
    ctx,
    touched.map((one) => ({ ...one, schoolId: school.id, joinedOn: joinedOn ?? one.joinedOn })),
  )
  await ctx.asOwner((db) => updateExemptionSchool(db, row, school.id))
  const said = { before: { schoolId: row.schoolId }, after: { schoolId: school.id } }
  await logChanges(
    ctx,
    '调动',
    saved.map((one) => ({ row: one, otherSchoolId: row.schoolId, ...said, ...(note && { note }) })),
  )
  return written(ctx, saved)
}

/** Takes a teacher out of a year's register; the row is kept in the log, so that it can be taken back. */
export async function leave(
  ctx: Context,
  { row, later }: LoadedYear,
  { note, alsoLater }: Input<typeof yearApi.leave>['body'],
): Promise<Written> {
  const touched = alsoLater ? [row, ...later] : [row]
  const years = touched.map(({ schoolYear }) => schoolYear)
  await deleteTeacherRows(ctx.db, row, years)
  await noteRegister(ctx, touched)
  await logChanges(
    ctx,
    '离校',
    touched.map((one) => ({ row: one, before: { ...one }, after: null, note })),
  )
  return written(ctx, touched)
}

/** Takes back that a teacher left. */
export async function comeBack(ctx: Context, left: { before: TeacherRow }): Promise<Written> {
  const saved = await saveByHand(ctx, [left.before])
  await logChanges(
    ctx,
    '恢复',
    saved.map((row) => ({ row, before: null, after: only(row, allFacts) })),
  )
  return written(ctx, saved)
}

export const findWhoLeft = ({ db }: Context, districtIds: readonly number[], teacherId: string, year: number) =>
  findLeft(db, districtIds, teacherId, year)

/** Notes that a teacher asks to rotate in a year, or takes it back. */
export async function volunteer(
  ctx: Context,
  { row }: LoadedYear,
  { volunteered, note }: Input<typeof yearApi.volunteer>['body'],
): Promise<Written> {
  const saved = await saveByHand(ctx, [{ ...row, volunteered, volunteerNote: volunteered ? note : null }])
  const changed = ['volunteered'] as const
  await logChanges(
    ctx,
    '更正',
    saved.map((one) => ({ row: one, before: only(row, changed), after: only(one, changed), note })),
  )
  return written(ctx, saved)
}

/** Writes rows as edited by hand: no import stands behind them any more, and their verdict is judged anew. */
export async function saveByHand(ctx: Context, rows: readonly TeacherRow[]): Promise<TeacherRow[]> {
  const saved = await judged(ctx, rows)
  await saveTeachers(
    ctx.db,
    saved.map((row) => ({ ...row, importId: null, sourceRow: null })),
  )
  await updateVolunteering(ctx.db, saved)
  await updateSaidAgain(ctx.db, saved)
  await noteRegister(ctx, saved)
  return saved
}

interface Logged {
  row: TeacherRow
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
  otherSchoolId?: number
  note?: string
}

/** Writes the log of changes by hand, and notes them for the audit. */
export async function logChanges(ctx: Context, kind: ChangeKind, logged: readonly Logged[]): Promise<void> {
  const said = { kind, at: ctx.now, actorName: ctx.actor.name }
  await insertChanges(
    ctx.db,
    logged.map(({ row: { districtId, teacherId, schoolId, schoolYear }, before, after, otherSchoolId, note }) => ({
      ...said,
      id: ctx.newId(),
      districtId,
      teacherId,
      schoolId,
      schoolYear,
      before,
      after,
      otherSchoolId: otherSchoolId ?? null,
      note: note ?? null,
    })),
  )
  const [first] = logged
  if (!first) return
  const { districtId, schoolId, schoolYear, teacherId } = first.row
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, schoolYear, before: first.before, after: first.after })
}

/** What was written, and what a frozen list of one of the years means for it. */
async function written({ db }: Context, rows: readonly TeacherRow[]): Promise<Written> {
  const years = rows.map(({ schoolYear }) => schoolYear)
  const [first] = rows
  if (!first) return { years, frozen: null }
  const lists = await listFrozenYears(db, rows)
  const verdicts = await listFrozenVerdicts(db, [first.districtId], [first.teacherId])
  const said = rows
    .filter((row) => lists.some((list) => list.schoolId === row.schoolId && list.schoolYear === row.schoolYear))
    .map((row) =>
      frozenWords(
        row.schoolYear,
        verdicts.find(({ schoolYear }) => schoolYear === row.schoolYear),
        row,
      ),
    )
  return { years, frozen: said.find((words) => words !== undefined) ?? null }
}

const nameOf = async ({ db }: Context, schoolId: number) => (await listUnitNames(db, [schoolId]))[0]?.name ?? ''
