import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listMembers, listYears } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listEligibleTeachers } from '#modules/people/index.ts'
import { rotationPlanningProblems } from './problems.ts'
import { readProgress } from './progress.actions.ts'
import { seasonVerbsOf } from './season.access.ts'
import type { seasonApi } from './season.contract.ts'
import { REMIND } from './season.jobs.ts'
import { tellOpened } from './season.notices.ts'
import { seasonInReply } from './season.reply.ts'
import { dayIssues, reminderAt, stateOf } from './season.rules.ts'
import { findSeason, insertSeason, listSeasons, updateSeason, type SeasonRow } from './season.sql.ts'

/** The season of a year, or what would be its ground; the latest where no year is asked for. */
export async function readSeason(
  ctx: Context,
  unit: UnitSubject,
  asked: number | undefined,
): Promise<Reply<typeof seasonApi.read>> {
  const seasons = await listSeasons(ctx.db, [unit.districtId], [unit.id])
  const years = [
    ...new Set([...seasons.map(({ schoolYear }) => schoolYear), ...(await listYears(ctx.db, unit.id))]),
  ].sort((a, b) => b - a)
  const year = asked ?? years[0] ?? schoolYearOf(ctx.today)
  const season = seasons.find(({ schoolYear }) => schoolYear === year)
  return {
    season: season ? seasonInReply(ctx, season) : null,
    year,
    years,
    progress: await readProgress(ctx, unit, { year, season }),
    can: seasonVerbsOf(ctx.actor, unit),
  }
}

/** Opens a year's season: its teachers and schools are told, and once more three days before the end. */
export async function openSeason(
  ctx: Context,
  unit: UnitSubject,
  { note, ...fields }: Input<typeof seasonApi.open>['body'],
): Promise<Reply<typeof seasonApi.open>> {
  refuseDays(ctx, fields)
  const members = await listMembers(ctx.db, unit.id, [fields.schoolYear])
  const eligible = await listEligibleTeachers(ctx.db, members, fields.schoolYear)
  refuse(eligible.length === 0 ? rotationPlanningProblems.nobodyEligible({ year: fields.schoolYear }) : undefined)
  const { districtId, id: clusterId } = unit
  const season = { ...fields, note: note || null, districtId, id: ctx.newId(), clusterId, openedAt: ctx.now }
  const isNew = await insertSeason(ctx.db, season)
  refuse(isNew ? undefined : rotationPlanningProblems.seasonOpened({ year: fields.schoolYear }))
  const row = (await findSeason(ctx.db, [districtId], season.id))!
  const told = await tellOpened(ctx, row)
  await planReminder(ctx, row)
  ctx.note({ districtId, unitId: clusterId, subjectId: season.id, ...fields })
  return { id: season.id, toldTeachers: told.teachers, toldSchools: told.schools }
}

/** Other days, another note; who has not answered is reminded by the new days. */
export async function changeSeason(
  ctx: Context,
  season: SeasonRow,
  { note, ...days }: Input<typeof seasonApi.change>['body'],
): Promise<void> {
  refuse(stateOf(season, ctx.today) === 'closed' ? rotationPlanningProblems.seasonClosed() : undefined)
  const moved = { ...days, wishesDue: days.wishesDue === season.wishesDue ? ctx.today : days.wishesDue }
  refuseDays(ctx, days.needsDue === season.needsDue ? { ...moved, needsDue: ctx.today } : moved)
  await updateSeason(ctx.db, season, { ...days, note: note || null })
  await planReminder(ctx, { ...season, ...days })
  noteSeason(ctx, season, days)
}

export async function closeSeason(ctx: Context, season: SeasonRow): Promise<void> {
  await updateSeason(ctx.db, season, { closedAt: season.closedAt ?? ctx.now })
  noteSeason(ctx, season, {})
}

/** Opens a closed season again until new days, with a reason that stays on it. */
export async function reopenSeason(
  ctx: Context,
  season: SeasonRow,
  { reason, ...days }: Input<typeof seasonApi.reopen>['body'],
): Promise<void> {
  refuse(stateOf(season, ctx.today) === 'collecting' ? rotationPlanningProblems.notClosed() : undefined)
  refuseDays(ctx, days)
  await updateSeason(ctx.db, season, { ...days, closedAt: null, reopenReason: reason })
  await tellOpened(ctx, { ...season, ...days, note: reason })
  await planReminder(ctx, { ...season, ...days })
  noteSeason(ctx, season, { ...days, reason })
}

function refuseDays(ctx: Context, days: { wishesDue: string; needsDue: string }): void {
  const issues = dayIssues(days, ctx.today)
  if (issues.length > 0) throw platformProblems.badInput({ issues })
}

/** One reminder for each day that was set; by the time it is due, those of other days find that they are not meant. */
async function planReminder(ctx: Context, { districtId, id, clusterId, wishesDue, needsDue }: SeasonRow) {
  for (const due of new Set([wishesDue, needsDue])) {
    const dueAt = reminderAt(due, ctx.now)
    if (dueAt)
      await ctx.enqueue({
        kind: REMIND,
        districtId,
        unitId: clusterId,
        payload: { seasonId: id, due },
        key: `${id}:${due}`,
        dueAt,
      })
  }
}

function noteSeason(ctx: Context, { districtId, clusterId, id, schoolYear }: SeasonRow, facts: object): void {
  ctx.note({ districtId, unitId: clusterId, subjectId: id, schoolYear, ...facts })
}
