import type { FrozenYears } from '#platform/frozen-years.ts'
import { listFrozenYears } from './eligible-list.sql.ts'

/** Asked about any school, whoever asks: that a list is frozen is nobody's secret. */
export const frozenYears: FrozenYears = (ctx, schools) => ctx.asOwner((db) => listFrozenYears(db, schools))
