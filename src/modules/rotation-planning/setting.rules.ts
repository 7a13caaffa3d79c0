import type { PolicyPack, StageScope, Target } from '#shared/policy.ts'
import type { RulesSet, RuleSource, SchoolStanding, Weighing, WeightsSet } from './setting.contract.ts'

/** Which figure of a document speaks of which rule. */
const ruleOf: Record<string, RuleSource['rule']> = {
  rotation_rate: 'leastPercent',
  rotated_backbone_share: 'backbonePercent',
  team_inflow: 'teams',
}

export interface Asked {
  year: number
  scope: StageScope | null
  cluster: string
}

/** What the documents in force ask of a cluster's rotation in a year, the most demanding first. */
export function sourcesOf(packs: readonly PolicyPack[], { year, scope, cluster }: Asked): RuleSource[] {
  const holds = (target: Target) =>
    target.indicator in ruleOf &&
    target.atLeast !== undefined &&
    target.from <= year &&
    year <= (target.until ?? year) &&
    (target.scope ?? scope) === scope
  return packs
    .filter((pack) => (pack.cluster ?? cluster) === cluster)
    .flatMap((pack) => pack.targets.filter(holds).map((target) => sourceOf(pack, target)))
    .sort((a, b) => b.atLeast - a.atLeast)
}

const sourceOf = ({ name: pack }: PolicyPack, { indicator, clause, words, atLeast, upTo }: Target): RuleSource => ({
  rule: ruleOf[indicator]!,
  pack,
  clause,
  words,
  atLeast: atLeast!,
  upTo: upTo ?? null,
})

const plain: RulesSet = {
  leastPercent: 10,
  mostPercent: 20,
  backbonePercent: 20,
  teams: 0,
  slack: 1,
  subjectPercent: 34,
  sharePercent: 100,
  schoolSlack: 2,
  farthestKm: 8,
  standingGap: 15,
}
/** Where a document names no upper end, so many more of a hundred leave room to choose. */
const ROOM_PERCENT = 5

/** What holds until the office says otherwise: the strictest of the documents, and what offices usually keep. */
export function defaultRules(sources: readonly RuleSource[]): RulesSet {
  const strictest = (rule: RuleSource['rule']) => sources.find((source) => source.rule === rule)
  const rate = strictest('leastPercent')
  const leastPercent = Math.ceil(rate?.atLeast ?? plain.leastPercent)
  return {
    ...plain,
    leastPercent,
    mostPercent: Math.min(100, rate ? Math.max(rate.upTo ?? 0, leastPercent + ROOM_PERCENT) : plain.mostPercent),
    backbonePercent: Math.ceil(strictest('backbonePercent')?.atLeast ?? plain.backbonePercent),
    teams: strictest('teams') ? 1 : plain.teams,
  }
}

export const defaultWeights: WeightsSet = { travel: 'some', wishes: 'much', balance: 'much', demand: 'much' }

/** What a word weighs in the planner. */
export const weightOf: Record<Weighing, number> = { none: 0, some: 10, much: 20, most: 40 }

/**
 * The gap between schools gains most from the first backbone teachers that move, and its unit is fine: at equal weights
 * it would use up all that are left. In steps of its own each word closes the gap further and asks for more of them:
 * of 100 who move about 20, 30, 35, 40.
 */
export const balanceOf: Record<Weighing, number> = { none: 0, some: 1, much: 3, most: 10 }

const byGrade: Record<string, number> = { 优秀: 85, 良好: 70, 合格: 55, 不合格: 40 }
const UNKNOWN_STANDING = 60

/** How strong a school is: as the office says, else by its latest appraisal, else in the middle. */
export function standingOf(
  said: number | undefined,
  grade: string | null,
): Pick<SchoolStanding, 'standing' | 'origin' | 'grade'> {
  if (said !== undefined) return { standing: said, origin: 'office', grade }
  const standing = grade === null ? undefined : byGrade[grade]
  return standing === undefined
    ? { standing: UNKNOWN_STANDING, origin: 'none', grade }
    : { standing, origin: 'appraisal', grade }
}
