import { dayInWords } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { verbsOn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { findUnit, listClustersOfSchool, listDistrictIds, listMembers } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listEligibleTeachers, listStaff } from '#modules/people/index.ts'
import type { SchoolAnswerFields, SchoolLine, SchoolPage } from './needs.contract.ts'
import { gridOf, mostKept, schoolState, UNSAID, whyNotHandIn } from './needs.rules.ts'
import {
  deleteKept,
  deleteNeeds,
  insertKept,
  insertNeeds,
  listAnswers,
  listKept,
  listNeeds,
  saveAnswer,
  saveReminded,
  type AnswerRow,
} from './needs.sql.ts'
import { rotationPlanningProblems } from './problems.ts'
import { readRequests } from './request.actions.ts'
import { isOffice, schoolAccess } from './season.access.ts'
import { seasonInReply } from './season.reply.ts'
import { membersOf, schoolNames, type SchoolSubject } from './season.load.ts'
import { tellSchools, tellTeachers, type SchoolsTold } from './season.notices.ts'
import { whyNotNeeds } from './season.rules.ts'
import { listSeasons, type SeasonRow } from './season.sql.ts'
import { listTeachers } from './wish-list.actions.ts'
import { listWishes } from './wish.sql.ts'

/** What a school is asked for by its clusters, the latest year first. */
export async function readPages(ctx: Context, school: UnitSubject): Promise<SchoolPage[]> {
  const clusterIds = await listClustersOfSchool(ctx.db, school.id)
  const pages: SchoolPage[] = []
  for (const season of await listSeasons(ctx.db, await listDistrictIds(ctx.db), clusterIds)) {
    const cluster = await findUnit(ctx.db, season.clusterId, ctx.today)
    const isMember = (await membersOf(ctx, season)).some(({ schoolId }) => schoolId === school.id)
    if (cluster && isMember) pages.push(await pageOf(ctx, { season, cluster, school }))
  }
  return pages
}

async function pageOf(ctx: Context, { season, cluster, school }: SchoolSubject): Promise<SchoolPage> {
  const own = <R extends { schoolId: number }>(rows: readonly R[]) =>
    rows.filter(({ schoolId }) => schoolId === school.id)
  const staff = await listStaff(ctx.db, [schoolOf(school)], season.schoolYear)
  const lines = gridOf(staff, own(await listNeeds(ctx.db, season)))
  const [answer] = own(await listAnswers(ctx.db, season))
  const teachers = await listTeachers(ctx, season, school.id)
  const can = verbsOn(schoolAccess, ctx.actor, school)
  const requests = can.includes('answer') ? await readRequests(ctx, { season, cluster }, school.id) : []
  return {
    season: seasonInReply(ctx, season),
    lines,
    ...choicesOf(lines),
    mostOut: answer?.mostOut ?? null,
    mostIn: answer?.mostIn ?? null,
    note: answer?.note ?? null,
    teachers,
    kept: own(await listKept(ctx.db, season))
      .filter((one) => teachers.some(({ teacherId }) => teacherId === one.teacherId))
      .map(({ teacherId, reason }) => ({ teacherId, reason })),
    bound: boundOf(season, teachers.length),
    requests,
    handedInAt: answer?.handedInAt?.toISOString() ?? null,
    handedInBy: answer?.handedInBy ?? null,
    fixed: whyNotNeeds(season, ctx.today, isOffice(ctx.actor, cluster))?.message ?? null,
    can,
  }
}

const schoolOf = ({ id: schoolId, districtId }: UnitSubject) => ({ schoolId, districtId })

/** What a line that is added may be of. */
const choicesOf = (lines: SchoolPage['lines']) => ({
  stages: [...new Set(lines.map(({ stage }) => stage))].filter((stage) => stage !== UNSAID),
  subjects: [...new Set(lines.map(({ subject }) => subject))].filter((subject) => subject !== UNSAID),
})

const boundOf = ({ keptPercent: percent }: SeasonRow, eligible: number) => ({
  most: mostKept(eligible, percent),
  eligible,
  percent,
})

/** Takes what a school needs, as a whole: what it said before is said anew. */
export async function handInNeeds(
  ctx: Context,
  { season, cluster, school }: SchoolSubject,
  fields: SchoolAnswerFields,
): Promise<void> {
  refuse(whyNotNeeds(season, ctx.today, isOffice(ctx.actor, cluster)))
  const schools = [schoolOf(school)]
  const staff = await listStaff(ctx.db, schools, season.schoolYear)
  const eligible = await listEligibleTeachers(ctx.db, schools, season.schoolYear)
  const issues = whyNotHandIn(fields, { staff, eligible, percent: season.keptPercent })
  if (issues.length > 0) throw platformProblems.badInput({ issues })
  const place = { districtId: season.districtId, id: season.id, clusterId: season.clusterId, schoolId: school.id }
  await deleteNeeds(ctx.db, place)
  await insertNeeds(
    ctx.db,
    place,
    fields.needs.filter(({ lacks }) => lacks !== 0),
  )
  await deleteKept(ctx.db, place)
  await insertKept(ctx.db, place, fields.kept)
  const { mostOut, mostIn, note } = fields
  await saveAnswer(ctx.db, place, {
    mostOut,
    mostIn,
    note: note || null,
    handedInAt: ctx.now,
    handedInBy: ctx.actor.name,
  })
  ctx.note({ districtId: season.districtId, unitId: school.id, subjectId: season.id, kept: fields.kept.length })
}

/** Every member with a register, those the office waits for first. */
export async function readBoard(ctx: Context, season: SeasonRow): Promise<SchoolLine[]> {
  const members = await listMembers(ctx.db, season.clusterId, [season.schoolYear])
  const staffed = new Set((await listStaff(ctx.db, members, season.schoolYear)).map(({ schoolId }) => schoolId))
  const lineOf = await lines(ctx, season)
  const order = ['late', 'missing', 'handed-in']
  return members
    .filter(({ schoolId }) => staffed.has(schoolId))
    .map(({ schoolId }) => lineOf(schoolId))
    .sort(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.schoolName.localeCompare(b.schoolName, 'zh-CN'),
    )
}

async function lines(ctx: Context, season: SeasonRow): Promise<(schoolId: number) => SchoolLine> {
  const members = await membersOf(ctx, season)
  const names = await schoolNames(ctx, season)
  const at = { schoolId: (one: { schoolId: number }) => one.schoolId }
  const answers = new Map((await listAnswers(ctx.db, season)).map((answer) => [answer.schoolId, answer]))
  const needs = grouped(await listNeeds(ctx.db, season), at.schoolId)
  const kept = grouped(await listKept(ctx.db, season), at.schoolId)
  const eligible = grouped(await listEligibleTeachers(ctx.db, members, season.schoolYear), at.schoolId)
  const stated = new Set((await listWishes(ctx.db, season)).map(({ teacherId }) => teacherId))
  return (schoolId) => {
    const teachers = eligible.get(schoolId) ?? []
    return {
      schoolId,
      schoolName: names.get(schoolId) ?? '',
      ...saidOf(answers.get(schoolId), season, ctx.today),
      ...sumsOf((needs.get(schoolId) ?? []).map(({ lacks }) => lacks)),
      eligible: teachers.length,
      answered: teachers.filter(({ teacherId }) => stated.has(teacherId)).length,
      kept: kept.get(schoolId)?.length ?? 0,
    }
  }
}

const sumsOf = (lacking: readonly number[]) => ({
  lacks: lacking.reduce((sum, n) => sum + Math.max(0, n), 0),
  spares: lacking.reduce((sum, n) => sum + Math.max(0, -n), 0),
})

function saidOf(answer: AnswerRow | undefined, { needsDue }: SeasonRow, today: string) {
  const { handedInAt = null, handedInBy = null, mostOut = null, mostIn = null, remindedAt } = answer ?? {}
  return {
    state: schoolState(handedInAt, needsDue, today),
    handedInAt: handedInAt?.toISOString() ?? null,
    handedInBy,
    mostOut,
    mostIn,
    remindedAt: remindedAt?.toISOString() ?? null,
  }
}

/** One notice a day to those who answer for each school that has not handed in; who could not be reached is said. */
export async function remindSchools(ctx: Context, season: SeasonRow): Promise<SchoolsTold> {
  refuse(season.closedAt ? rotationPlanningProblems.seasonClosed() : undefined)
  const told = await tellLate(ctx, season)
  const nobodyLate = [told.told, told.already, told.nobody].every(({ length }) => length === 0)
  refuse(nobodyLate ? rotationPlanningProblems.everybodyAnswered() : undefined)
  ctx.note({ subjectId: season.id, schoolYear: season.schoolYear, schools: told.told.map(({ name }) => name) })
  return told
}

/** Tells the schools that have not handed in, once a day, and notes when. */
export async function tellLate(ctx: Context, season: SeasonRow): Promise<SchoolsTold> {
  const open = (await readBoard(ctx, season)).filter(({ state }) => state !== 'handed-in')
  const ids = new Set(open.map(({ schoolId }) => schoolId))
  const due = dayInWords(season.needsDue)
  const title = `请报送${schoolYearName(season.schoolYear)}轮岗需求，${due}${ctx.today > season.needsDue ? '已到期' : '截止'}`
  const told = await tellSchools(
    ctx,
    season,
    {
      kind: 'rotation-planning.needs',
      key: `${season.id}:${ctx.today}`,
      title,
      text: `${season.clusterName}还没有收到贵校的学科需求。`,
    },
    (schoolId) => ids.has(schoolId),
  )
  const reached = told.told.map(({ schoolId }) => schoolId)
  await saveReminded(ctx.db, season, reached, ctx.now)
  return told
}

/** One notice a day to each teacher who has an account and has not answered; returns how many were told. */
export async function remindTeachers(ctx: Context, season: SeasonRow): Promise<number> {
  refuse(season.closedAt ? rotationPlanningProblems.seasonClosed() : undefined)
  const told = await tellTeachers(
    ctx,
    season,
    {
      kind: 'rotation-planning.wishes',
      key: `${season.id}:${ctx.today}`,
      title: `请填写${schoolYearName(season.schoolYear)}交流轮岗意愿`,
      text: `${dayInWords(season.wishesDue)}截止。`,
    },
    true,
  )
  ctx.note({ subjectId: season.id, schoolYear: season.schoolYear, teachers: told })
  return told
}
