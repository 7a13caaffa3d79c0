import type { Context } from '#platform/context.ts'
import type { Season } from './season.contract.ts'
import { stateOf } from './season.rules.ts'
import type { SeasonRow } from './season.sql.ts'

export const seasonInReply = (
  { today }: Context,
  { districtId: _, keptPercent: __, rules: ___, weights: ____, ...season }: SeasonRow,
): Season => ({
  ...season,
  openedAt: season.openedAt.toISOString(),
  closedAt: season.closedAt?.toISOString() ?? null,
  state: stateOf(season, today),
})
