import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

export const statuses = ['met', 'missed', 'no-data'] as const

/** How a figure stands against one rule that applies to it in that school year. */
export const RuleVerdict = z.object({
  pack: z.string(),
  packName: z.string(),
  /** 四（二） */
  clause: z.string(),
  /** The clause's own words. */
  words: z.string(),
  /** '≥ 5', '3–5' */
  target: z.string(),
  /** The same in numbers: no less than, up to which the document's range goes, no more than. */
  atLeast: z.number().exactOptional(),
  upTo: z.number().exactOptional(),
  atMost: z.number().exactOptional(),
  status: z.enum(statuses),
  /** 还差 3 人, 超出 2 人; '' where met or unknown. */
  gap: z.string(),
  note: z.string().exactOptional(),
})
export type RuleVerdict = z.infer<typeof RuleVerdict>

export const Figure = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  /** One of the five dimensions of document [2] §四（五）15. */
  dimension: z.string(),
  year: z.number(),
  value: z.number().nullable(),
  parts: z.record(z.string(), z.number()).exactOptional(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  rules: z.array(RuleVerdict),
  /** Targets of later school years, judged by this year's value: how far it is already. */
  ahead: z.array(RuleVerdict.extend({ by: z.number() })),
})
export type Figure = z.infer<typeof Figure>

/** One of the six tables of document [2] §二: which figures stand in its columns. A column is a figure or one part of it. */
export const FigureTable = z.object({
  title: z.string(),
  columns: z.array(z.object({ title: z.string(), code: z.string(), part: z.string().exactOptional() })),
})

/** What one side of a figure counts, in which unit, by which rule. */
const Side = z.object({ title: z.string(), unit: z.string(), rule: z.string() })

const ofFigure = z.object({ unitId, code: z.string().max(60) })

export const FigureUnit = z.object({
  id: z.number(),
  kind: z.string(),
  name: z.string(),
  districtId: z.number(),
  districtName: z.string(),
  stageScope: z.enum(['same-stage', 'cross-stage']).nullable(),
  sample: z.boolean(),
  /** Schools and campuses counted in, per year asked. */
  schools: z.array(z.object({ year: z.number(), schools: z.number(), campuses: z.number().nullable() })),
})

export const FigureRow = z.object({
  id: z.string(),
  subjectId: z.string(),
  subject: z.string(),
  masked: z.boolean(),
  schoolId: z.number(),
  school: z.string(),
  part: z.string(),
  weight: z.number(),
  counted: z.boolean(),
  reason: z.string(),
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

export const figureVerbs = ['read', 'readRows', 'export', 'setTargets'] as const

const rowsQuery = z.object({
  year: schoolYear,
  side: z.enum(['numerator', 'denominator']).default('numerator'),
  counted: z.enum(['yes', 'no']).default('yes'),
  schoolId: unitId.optional(),
  part: z.string().max(40).optional(),
  /** 'school', 'subject', 'part', 'reason' or a column's key (an unknown one is as 'school'); a leading - turns it round. */
  sort: z.string().max(40).default('school'),
})

export const figureApi = {
  /** Every figure of a unit (cluster, group, school, district, city) over some school years: the cockpit, one request. */
  overview: get('/api/units/:unitId/figures', {
    title: '指标总览',
    params: z.object({ unitId }),
    query: z.object({
      years: z
        .string()
        .regex(/^\d{4}(,\d{4}){0,9}$/)
        .optional(),
    }),
    reply: z.object({
      unit: FigureUnit,
      years: z.array(z.number()),
      dimensions: z.array(z.string()),
      tables: z.array(FigureTable),
      figures: z.array(Figure),
    }),
  }),
  /** One figure with all that it opens to, but for the rows themselves. */
  read: get('/api/units/:unitId/figures/:code', {
    title: '查看指标',
    params: ofFigure,
    query: z.object({ year: schoolYear }),
    reply: z.object({
      unit: FigureUnit,
      figure: Figure,
      trend: z.array(
        z.object({
          year: z.number(),
          value: z.number().nullable(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
        }),
      ),
      formula: z.object({
        text: z.string(),
        numerator: Side.nullable(),
        denominator: Side.nullable(),
      }),
      /** By school for a cluster, by cluster for a district, by district for the city. */
      breakdown: z.array(
        z.object({
          unitId: z.number(),
          name: z.string(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
          value: z.number().nullable(),
        }),
      ),
      can: z.array(z.enum(figureVerbs)),
    }),
  }),
  /** The rows behind a side of a figure, counted or left out (with the reason), keyset-paged. Clusters, groups and schools only. */
  rows: get('/api/units/:unitId/figures/:code/rows', {
    title: '指标明细',
    params: ofFigure,
    query: rowsQuery.extend({
      after: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      columns: z.array(z.object({ key: z.string(), title: z.string(), numeric: z.boolean() })),
      subjectTitle: z.string(),
      aboutPersons: z.boolean(),
      rows: z.array(FigureRow),
      next: z.string().nullable(),
      /** How many rows there are in all, counted and left out; told with the first page. */
      totals: z.object({ counted: z.number(), leftOut: z.number() }).optional(),
    }),
  }),
  export: get('/api/units/:unitId/figures/:code/rows.xlsx', {
    title: '导出指标明细',
    params: ofFigure,
    query: rowsQuery,
    reply: z.unknown(),
  }),
}
