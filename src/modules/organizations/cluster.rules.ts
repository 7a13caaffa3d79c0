import type { Actor } from '#shared/access.ts'

/** A 集团 grows by brand, a 学区 by town; the name says which. */
export const clusterKindOf = (name: string): 'cluster' | 'group' => (/集团$|教育集团/.test(name) ? 'group' : 'cluster')

const stages: Record<string, readonly string[]> = {
  托育: ['学前'],
  幼儿园: ['学前'],
  小学: ['小学'],
  初级中学: ['初中'],
  九年一贯制学校: ['小学', '初中'],
  完全中学: ['初中', '高中'],
  高级中学: ['高中'],
  中等职业学校: ['中职'],
  社区学校: ['社区'],
}

/** The stages that a school of a 办学类型 teaches, the first one first; none where the kind is not known. */
export const stagesOfKind = (kind: string | null): readonly string[] => stages[kind ?? ''] ?? []

/**
 * Whether a cluster is 同学段 or 跨学段, by the 办学类型 of its members: same-stage when one stage is common to all of
 * them. null while no member's kind is known.
 */
export function stageScope(kinds: readonly (string | null)[]): 'same-stage' | 'cross-stage' | null {
  const known = kinds.map((kind) => stages[kind ?? '']).filter((stage) => stage !== undefined)
  const [first, ...rest] = known
  if (!first) return null
  return first.some((stage) => rest.every((other) => other.includes(stage))) ? 'same-stage' : 'cross-stage'
}

/** Whose clusters a person starts from: a city's, whole districts', or those in or above their own units. */
export interface ClusterScope {
  cityIds: readonly number[]
  districtIds: readonly number[]
  unitIds: readonly number[]
}

export function clusterScope({ grants }: Pick<Actor, 'grants'>): ClusterScope {
  const at = (kind: string) => grants.filter(({ unitKind }) => unitKind === kind).map(({ unitId }) => unitId)
  return { cityIds: at('city'), districtIds: at('district'), unitIds: grants.map(({ unitId }) => unitId) }
}
