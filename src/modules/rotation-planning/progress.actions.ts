import type { Context } from '#platform/context.ts'
import { listDistrictIds, listMembers, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listEligibleTeachers, listSchoolLists } from '#modules/people/index.ts'
import { readPlaces } from './input.actions.ts'
import { readBoard } from './needs.actions.ts'
import { listWaiting } from './request.sql.ts'
import type { Progress } from './season.contract.ts'
import { accountsOf } from './season.notices.ts'
import type { SeasonRow } from './season.sql.ts'
import { listWishes } from './wish.sql.ts'

/** How far a season is, or how ready its ground where there is none yet. */
export async function readProgress(
  ctx: Context,
  unit: UnitSubject,
  { year, season }: { year: number; season: SeasonRow | undefined },
): Promise<Progress> {
  const members = await listMembers(ctx.db, unit.id, [year])
  const lists = (await listSchoolLists(ctx.db, members, year)).filter(
    ({ teachers, frozenAt }) => teachers > 0 || frozenAt,
  )
  const teachers = await listEligibleTeachers(ctx.db, members, year)
  return {
    schools: lists.length,
    unfrozen: await named(
      ctx,
      lists.filter(({ frozenAt }) => frozenAt === null),
    ),
    eligible: teachers.length,
    reachable: new Set((await accountsOf(ctx, teachers)).map(({ teacherId }) => teacherId)).size,
    ...(season ? await answersIn(ctx, season) : { answered: 0, openRequests: 0, handedIn: 0 }),
    ...(season ? await gapsIn(ctx, season) : { unplaced: [], pupilless: [] }),
  }
}

async function answersIn(ctx: Context, season: SeasonRow) {
  const waiting = await listWaiting(ctx.db, await listDistrictIds(ctx.db), [season.clusterId])
  return {
    answered: (await listWishes(ctx.db, season)).length,
    openRequests: waiting.filter(({ seasonId }) => seasonId === season.id).reduce((sum, { n }) => sum + n, 0),
    handedIn: (await readBoard(ctx, season)).filter(({ state }) => state === 'handed-in').length,
  }
}

async function gapsIn(ctx: Context, season: SeasonRow) {
  const places = await readPlaces(ctx, season)
  const told = ({ id, name }: (typeof places)[number]) => ({ schoolId: id, schoolName: name })
  return {
    unplaced: places
      .filter(({ longitude }) => longitude === null)
      .map(told)
      .sort(byName),
    pupilless: places
      .filter(({ pupils }) => !pupils)
      .map(told)
      .sort(byName),
  }
}

const byName = (a: { schoolName: string }, b: { schoolName: string }) =>
  a.schoolName.localeCompare(b.schoolName, 'zh-CN')

async function named(ctx: Context, schools: readonly { schoolId: number }[]) {
  const names = await listUnitNames(
    ctx.db,
    schools.map(({ schoolId }) => schoolId),
  )
  return names.map(({ id, name }) => ({ schoolId: id, schoolName: name })).sort(byName)
}
