import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { platformProblems } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listEligibleTeachers } from '#modules/people/index.ts'
import { membersOf, schoolNames, type SeasonSubject } from './season.load.ts'
import { updateSeason, type SeasonRow } from './season.sql.ts'
import type { RulesSet, RuleSource, SchoolStanding, settingApi, WeightsSet } from './setting.contract.ts'
import { defaultRules, defaultWeights, sourcesOf, standingOf } from './setting.rules.ts'
import { deleteStanding, listStandings, saveStanding } from './setting.sql.ts'

export interface Settings {
  rules: RulesSet
  defaults: RulesSet
  weights: WeightsSet
  sources: RuleSource[]
}

/** What holds in a season: as the office has set it, else as it follows from the documents. */
export function settingsOf(ctx: Context, { season, cluster }: SeasonSubject): Settings {
  const sources = sourcesOf(policiesOf(ctx.policies, season.districtId).packs, askedOf(season, cluster))
  const defaults = defaultRules(sources)
  return { rules: season.rules ?? defaults, defaults, weights: season.weights ?? defaultWeights, sources }
}

const askedOf = ({ schoolYear: year }: SeasonRow, { stageScope: scope, name: cluster }: UnitSubject) => ({
  year,
  scope,
  cluster,
})

export async function readSettings(ctx: Context, subject: SeasonSubject): Promise<Reply<typeof settingApi.read>> {
  const { season } = subject
  const members = await membersOf(ctx, season)
  return {
    ...settingsOf(ctx, subject),
    keptPercent: season.keptPercent,
    eligible: (await listEligibleTeachers(ctx.db, members, season.schoolYear)).length,
    standings: await readStandings(ctx, season),
  }
}

/** How strong the members are, by pinyin. */
export async function readStandings(ctx: Context, season: SeasonRow): Promise<SchoolStanding[]> {
  const members = await membersOf(ctx, season)
  const said = new Map((await listStandings(ctx.db, season)).map((one) => [one.schoolId, one.standing]))
  const grades = new Map(
    ((await ctx.schoolGrades?.(ctx, members, season.schoolYear)) ?? []).map(({ schoolId, grade }) => [schoolId, grade]),
  )
  return [...(await schoolNames(ctx, season))]
    .map(([schoolId, schoolName]) => ({
      schoolId,
      schoolName,
      ...standingOf(said.get(schoolId), grades.get(schoolId) ?? null),
    }))
    .sort((a, b) => a.schoolName.localeCompare(b.schoolName, 'zh-CN'))
}

export async function saveSettings(
  ctx: Context,
  { season }: SeasonSubject,
  { rules, weights, keptPercent }: Input<typeof settingApi.save>['body'],
): Promise<void> {
  await updateSeason(ctx.db, season, { rules, weights, keptPercent })
  ctx.note({ districtId: season.districtId, unitId: season.clusterId, subjectId: season.id, rules, weights })
}

/** Says how strong a school is; null: as its appraisal says. */
export async function rateSchool(
  ctx: Context,
  { season }: SeasonSubject,
  { schoolId, standing }: Input<typeof settingApi.rate>['body'],
): Promise<void> {
  const isMember = (await membersOf(ctx, season)).some((member) => member.schoolId === schoolId)
  if (!isMember) throw platformProblems.notFound()
  if (standing === null) await deleteStanding(ctx.db, season, schoolId)
  else await saveStanding(ctx.db, season, schoolId, standing)
  ctx.note({ districtId: season.districtId, unitId: season.clusterId, subjectId: season.id, schoolId, standing })
}
