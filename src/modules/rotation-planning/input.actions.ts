import { firstDay } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { listCampusPlaces, readSchoolLines, stagesOfKind } from '#modules/organizations/index.ts'
import { listPlacements } from '#modules/mobility/index.ts'
import { listEligibleTeachers, listExempt, listStaff } from '#modules/people/index.ts'
import { plannerInput, type Facts, type PlannerInput } from './input.rules.ts'
import { listAnswers, listKept, listNeeds } from './needs.sql.ts'
import { membersOf, type SeasonSubject } from './season.load.ts'
import type { SeasonRow } from './season.sql.ts'
import { readStandings, settingsOf } from './setting.actions.ts'
import { listPins, listTeamMembers } from './team.sql.ts'
import { listWishes } from './wish.sql.ts'

/** A school where one has been in so many years before is not one to be sent to again. */
const LATELY_YEARS = 3

/** What a season is planned from, of the product's own facts: the same state of the database gives the same bytes. */
export const readPlannerInput = async (ctx: Context, subject: SeasonSubject): Promise<PlannerInput> =>
  plannerInput(await factsOf(ctx, subject))

async function factsOf(ctx: Context, subject: SeasonSubject): Promise<Facts> {
  const { season } = subject
  const members = await membersOf(ctx, season)
  const eligible = await listEligibleTeachers(ctx.db, members, season.schoolYear)
  const staff = await listStaff(ctx.db, members, season.schoolYear)
  const idsOf = (rows: readonly { teacherId: string }[]) => rows.map(({ teacherId }) => teacherId)
  const { rules, weights } = settingsOf(ctx, subject)
  return {
    schools: await readPlaces(ctx, season),
    staff,
    eligible: new Set(idsOf(eligible)),
    exempt: await listExempt(ctx, eligible, season.schoolYear),
    wishes: await listWishes(ctx.db, season),
    kept: new Set(idsOf(await listKept(ctx.db, season))),
    needs: await listNeeds(ctx.db, season),
    teams: await listTeamMembers(ctx.db, season),
    pins: await listPins(ctx.db, season),
    caps: await listAnswers(ctx.db, season),
    placements: await readTerms(ctx, season, idsOf(staff)),
    rules,
    weights,
  }
}

/** Terms that took effect before the season's year: those that go on into it, and those of the years before. */
async function readTerms(ctx: Context, season: SeasonRow, teacherIds: readonly string[]): Promise<Facts['placements']> {
  const { schoolYear } = season
  const districtIds = [...new Set((await membersOf(ctx, season)).map(({ districtId }) => districtId))]
  const found = await listPlacements(ctx.db, { districtIds, teacherIds, schoolYear })
  return found
    .filter(({ status, startOn }) => status !== '拟定' && startOn < firstDay(schoolYear))
    .filter(({ startOn }) => startOn >= firstDay(schoolYear - LATELY_YEARS))
    .map(({ teacherId, toSchoolId, running, status }) => ({
      teacherId,
      toSchoolId,
      goesOn: running && status !== '已结束',
    }))
}

/** The members with stages, pupils, place and strength; one of several campuses stands for a school, that of the lowest number. */
export async function readPlaces(
  ctx: Context,
  season: SeasonRow,
): Promise<(Facts['schools'][number] & { name: string })[]> {
  const campuses = await listCampusPlaces(ctx.db, season.clusterId, ctx.today)
  const standings = new Map((await readStandings(ctx, season)).map(({ schoolId, standing }) => [schoolId, standing]))
  return (await readSchoolLines(ctx.db, season.clusterId, season.schoolYear)).map(({ id, name, kind, pupils }) => {
    const at = campuses
      .filter(({ schoolId, longitude, latitude }) => schoolId === id && longitude !== null && latitude !== null)
      .sort((a, b) => a.id - b.id)[0]
    return {
      ...{ id, name, stages: stagesOfKind(kind), pupils, standing: standings.get(id)! },
      longitude: at?.longitude ?? null,
      latitude: at?.latitude ?? null,
    }
  })
}
