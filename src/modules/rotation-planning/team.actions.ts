import { grouped } from '#shared/group.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { readSchoolLines, stagesOfKind } from '#modules/organizations/index.ts'
import { listEligibleTeachers } from '#modules/people/index.ts'
import { listKept } from './needs.sql.ts'
import { membersOf, schoolNames, type SeasonSubject } from './season.load.ts'
import type { SeasonRow } from './season.sql.ts'
import type { NewPin, Pin, Team, teamApi } from './team.contract.ts'
import { whyNotPin, whyNotTeam } from './team.rules.ts'
import {
  deletePin,
  deleteTeam,
  insertPin,
  insertTeamMembers,
  listPins,
  listTeamMembers,
  type PinRow,
  type TeamMemberRow,
} from './team.sql.ts'

const candidates = async (ctx: Context, season: SeasonRow) =>
  listEligibleTeachers(ctx.db, await membersOf(ctx, season), season.schoolYear)
type Candidates = Awaited<ReturnType<typeof candidates>>

/** The teams and what is fixed beforehand, with names. */
export async function readTeams(ctx: Context, { season }: SeasonSubject): Promise<Reply<typeof teamApi.list>> {
  const teachers = await candidates(ctx, season)
  const names = await schoolNames(ctx, season)
  const told = { teachers, names }
  const teams = [...grouped(await listTeamMembers(ctx.db, season), ({ teamId }) => teamId)]
  return {
    teams: teams.map(([id, members]) => teamTold(id, members, told)),
    pins: (await listPins(ctx.db, season)).map((pin) => pinTold(pin, told)),
    schools: [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  }
}

interface Told {
  teachers: Candidates
  names: ReadonlyMap<number, string>
}

function teamTold(id: string, members: readonly TeamMemberRow[], { teachers, names }: Told): Team {
  const found = teachers.filter((one) => members.some(({ teacherId }) => teacherId === one.teacherId))
  const schoolId = members[0]!.schoolId
  return {
    id,
    schoolId,
    schoolName: names.get(schoolId) ?? '',
    stage: found[0]?.stage ?? null,
    members: found.map(({ teacherId, name, subject }) => ({ teacherId, name, subject })),
  }
}

const pinTold = ({ id, teacherId, schoolId, kind, toSchoolId, note }: PinRow, { teachers, names }: Told): Pin => ({
  id,
  teacherId,
  name: teachers.find((one) => one.teacherId === teacherId)?.name ?? '',
  schoolName: names.get(schoolId) ?? '',
  kind,
  toSchoolName: toSchoolId === null ? null : (names.get(toSchoolId) ?? ''),
  note,
})

/** Puts teachers together who go together or not at all. */
export async function addTeam(ctx: Context, { season }: SeasonSubject, teacherIds: readonly string[]): Promise<string> {
  const teachers = await candidates(ctx, season)
  const teamed = new Set((await listTeamMembers(ctx.db, season)).map(({ teacherId }) => teacherId))
  const stays = (await listPins(ctx.db, season)).filter(({ kind }) => kind === 'stays')
  const staying = new Set([...stays, ...(await listKept(ctx.db, season))].map(({ teacherId }) => teacherId))
  refuseIssue(whyNotTeam(teacherIds, { teachers, teamed, staying }))
  const teamId = ctx.newId()
  const schoolId = teachers.find(({ teacherId }) => teacherId === teacherIds[0])!.schoolId
  await insertTeamMembers(
    ctx.db,
    season,
    teacherIds.map((teacherId) => ({ teamId, teacherId, schoolId })),
  )
  noteSeason(ctx, season, { teachers: teacherIds.length })
  return teamId
}

export async function removeTeam(ctx: Context, { season }: SeasonSubject, teamId: string): Promise<void> {
  await deleteTeam(ctx.db, season, teamId)
  noteSeason(ctx, season, {})
}

/** Fixes beforehand where a teacher goes, does not go, or that the teacher stays. */
export async function addPin(ctx: Context, { season }: SeasonSubject, pin: NewPin): Promise<string> {
  const { teacherId, kind, toSchoolId, note } = pin
  const teacher = (await candidates(ctx, season)).find((one) => one.teacherId === teacherId)
  const has = (rows: readonly { teacherId: string }[]) => rows.some((one) => one.teacherId === teacherId)
  const pins = (await listPins(ctx.db, season)).filter((one) => one.teacherId === teacherId)
  refuseIssue(
    whyNotPin(pin, {
      teacher,
      pins,
      stagesOf: await stagesBySchool(ctx, season),
      kept: has(await listKept(ctx.db, season)),
      teamed: has(await listTeamMembers(ctx.db, season)),
    }),
  )
  const id = ctx.newId()
  const to = kind === 'stays' ? null : toSchoolId!
  await insertPin(ctx.db, season, {
    id,
    teacherId,
    schoolId: teacher!.schoolId,
    kind,
    toSchoolId: to,
    note: note || null,
  })
  noteSeason(ctx, season, { teacherId, kind, toSchoolId: to })
  return id
}

export async function removePin(ctx: Context, { season }: SeasonSubject, pinId: string): Promise<void> {
  await deletePin(ctx.db, season, pinId)
  noteSeason(ctx, season, {})
}

/** The stages that each member teaches. */
export async function stagesBySchool(
  ctx: Context,
  { clusterId, schoolYear }: SeasonRow,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const lines = await readSchoolLines(ctx.db, clusterId, schoolYear)
  return new Map(lines.map(({ id, kind }) => [id, stagesOfKind(kind)]))
}

function refuseIssue(issue: { path: string; message: string } | undefined): void {
  if (issue) throw platformProblems.badInput({ issues: [issue] })
}

function noteSeason(ctx: Context, { districtId, clusterId, id }: SeasonRow, facts: object): void {
  ctx.note({ districtId, unitId: clusterId, subjectId: id, ...facts })
}
