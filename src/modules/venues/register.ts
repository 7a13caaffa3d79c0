import type { Context } from '#platform/context.ts'
import { venuesProblems } from './problems.ts'

/** A venue or partner as it stands in the register. */
interface Entry {
  districtId: number
  id: string
  name: string
  schoolId?: number | null
  clusterId?: number | null
}

/** What is told where nothing is to be told. */
export type Nothing = Record<string, never>

/** Puts on record what was done to an entry, at the school or cluster that has it. */
export function noted(ctx: Context, { districtId, id, name, schoolId, clusterId }: Entry, facts: object): void {
  const unitId = schoolId ?? clusterId ?? undefined
  ctx.note({ districtId, ...(unitId !== undefined && { unitId }), subjectId: id, name, ...facts })
}

/** A name stands once among those in use that belong together. */
export function refuseTwin(
  inUse: readonly { id: string; name: string }[],
  { id, name }: Pick<Entry, 'id' | 'name'>,
  owner: string,
): void {
  if (inUse.some((one) => one.name === name && one.id !== id)) throw venuesProblems.nameTaken({ name, owner })
}
