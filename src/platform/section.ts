import type { Block } from '#shared/block.ts'
import type { Context } from './context.ts'

/** Whose report for which school year. */
export interface SectionScope {
  unitId: number
  districtId: number
  schoolYear: number
}

/** A part of a report, handed in by the module whose matters it tells. */
export interface Section {
  /** 'assessment.tables' */
  name: string
  /** Its place among the sections, by number. */
  order: number
  /** Its heading, without the number before it: 师资队伍. */
  title: string
  /** What it says, from the figures as they stand in this transaction; nothing to say: no blocks. */
  build(ctx: Context, scope: SectionScope): Promise<readonly Block[]>
}
