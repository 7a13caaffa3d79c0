import type { Ground } from './ground.ts'
import type { Pair } from './pairs.ts'

/** Those who could go from a strong school to a weaker one together, though nobody has named them a group. */
export interface Team {
  home: number
  school: number
  stage: string
  pairs: readonly Pair[]
}

/** All of which a team of two with a backbone teacher could come; none where no teams are asked for. */
export function listTeams({ instance: { rules }, schoolOf }: Ground, pairs: readonly Pair[]): Team[] {
  if (rules.teams === 0) return []
  const found = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const { teacher, school, stage } = pair
    if (schoolOf.get(teacher.home)!.standing < school.standing + rules.standingGap) continue
    const key = `${teacher.home}|${school.id}|${stage}`
    const those = found.get(key)
    if (those) those.push(pair)
    else found.set(key, [pair])
  }
  return [...found.values()]
    .filter((those) => those.length >= 2 && those.some(({ teacher }) => teacher.backbone))
    .map((those) => ({
      home: those[0]!.teacher.home,
      school: those[0]!.school.id,
      stage: those[0]!.stage,
      pairs: those,
    }))
}
