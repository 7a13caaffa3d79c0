import { z } from 'zod'
import { terms } from '#shared/week.ts'

const schoolYear = z.int().min(2000).max(2100)
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, '代码只用小写字母、数字和下划线')
const measure = z.string().regex(/^[a-z-]+\.[a-z-]+$/, '统计口径写作“模块.名称”')
const years = { from: schoolYear, until: schoolYear.exactOptional() }
const text = z.string().min(1)

/** region.yaml */
export const RegionFile = z.strictObject({
  city: z.strictObject({ code: z.int(), name: text, office: text }),
  districts: z
    .array(
      z.strictObject({
        code: z.int(),
        name: text,
        towns: z.array(z.strictObject({ code: z.int(), name: text })).default([]),
      }),
    )
    .min(1),
})

/** indicators.yaml */
export const IndicatorsFile = z.strictObject({
  dimensions: z.array(text).default([]),
  indicators: z
    .array(
      z.strictObject({
        code,
        name: text,
        unit: text,
        kind: z.enum(['count', 'share']),
        dimension: text,
        formula: text,
        numerator: measure.exactOptional(),
        denominator: measure.exactOptional(),
        parts: z.array(text).min(1).exactOptional(),
        given: code.exactOptional(),
        wholeOnly: z.boolean().exactOptional(),
      }),
    )
    .default([]),
  tables: z
    .array(
      z.strictObject({
        title: text,
        columns: z.array(z.strictObject({ title: text, code, part: text.exactOptional() })).min(1),
      }),
    )
    .default([]),
})

/** subjects.yaml */
export const SubjectsFile = z.strictObject({ subjects: z.array(text) })

/** eligibility.yaml */
export const EligibilityFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: text,
      name: text,
      ...years,
      minYearsInSchool: z.number().min(0).max(40),
      maxAge: z.strictObject({ 男: z.int().min(18).max(70), 女: z.int().min(18).max(70) }),
      words: text,
    }),
  ),
  exemptions: z
    .array(
      z.strictObject({
        kind: text,
        sensitive: z.boolean().default(false),
        maxYears: z.int().min(1).max(40),
        gender: z.enum(['男', '女']).optional(),
      }),
    )
    .default([]),
})

/** rotation.yaml */
export const RotationFile = z.strictObject({
  forms: z.array(z.strictObject({ form: text, fullTime: z.boolean().default(false) })).default([]),
  purposes: z.array(text).default([]),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/, '编号只用小写字母、数字和连字符'),
        name: text,
        use: z.enum(['交流', '提任']),
        clause: text,
        words: text,
        cluster: text.exactOptional(),
        ...years,
        insideCluster: z.boolean().default(false),
        forms: z.array(text).min(1).exactOptional(),
        fromStanding: z.enum(['优质校', '薄弱校']).exactOptional(),
        toStanding: z.enum(['优质校', '薄弱校']).exactOptional(),
        minYears: z.int().min(1).max(10).exactOptional(),
        note: text.exactOptional(),
      }),
    )
    .default([]),
})

/** calendar.yaml */
export const CalendarFile = z.strictObject({
  terms: z.array(
    z
      .strictObject({
        schoolYear,
        term: z.enum(terms),
        from: z.iso.date('日期写作 2025-09-01'),
        until: z.iso.date('日期写作 2026-01-30'),
        source: text,
      })
      .refine(({ from, until }) => from < until, { path: ['until'], message: '学期的最后一天早于第一天' }),
  ),
})

const textList = z.array(text).min(1)

/** training-*.yaml: the credits that one five-year plan asks of every teacher. */
export const TrainingFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, '编号只用小写字母、数字和连字符'),
  name: text,
  source: text,
  clause: text,
  words: text,
  from: z.iso.date('日期写作 2021-01-01'),
  until: z.iso.date('日期写作 2025-12-31'),
  hoursPerCredit: z.number().positive(),
  minAttendance: z.number().min(0).max(100),
  tiers: textList,
  fields: textList,
  sum: z.number().positive(),
  required: z.array(z.strictObject({ tier: text, field: text, credits: z.number().positive() })).min(1),
  recognisedAs: textList,
  clauses: z
    .array(z.strictObject({ name: text, clause: text, words: text, meaning: text, cluster: text.exactOptional() }))
    .default([]),
  unverified: z.array(text).default([]),
})

/** course-rubric.yaml */
export const CourseRubricFile = z.strictObject({
  name: text,
  experts: z.int().min(1).max(9),
  premium: z.number().min(0).max(100),
  items: z.array(z.strictObject({ code, title: text, words: text, weight: z.number().positive() })).min(1),
  levels: z.array(z.strictObject({ title: text, percent: z.number().min(0).max(100) })).min(2),
})

const serviceCode = z.string().regex(/^[a-z][a-z-]{0,29}$/, '编号只用小写字母和连字符')

/** pupil-services.yaml: what schools tell of every month, in numbers alone. */
export const PupilServicesFile = z.strictObject({
  name: text,
  source: text,
  clause: text,
  words: text,
  services: z.array(z.strictObject({ code: serviceCode, title: text })).min(1),
  referrals: z.array(z.strictObject({ code: serviceCode, title: text })).default([]),
  unverified: z.array(text).default([]),
})

/** studio-rubric.yaml */
export const StudioRubricFile = z.strictObject({
  name: text,
  items: z.array(z.strictObject({ code, title: text, words: text, weight: z.number().positive() })).min(1),
  levels: z.array(z.strictObject({ title: text, percent: z.number().min(0).max(100) })).min(2),
  grades: z.array(z.strictObject({ title: text, from: z.number().min(0).max(100) })).min(2),
})

/** Any other file: one policy pack. */
export const PackFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, '编号只用小写字母、数字和连字符'),
  name: text,
  source: text,
  cluster: text.exactOptional(),
  targets: z
    .array(
      z.strictObject({
        indicator: code,
        clause: text,
        words: text,
        ...years,
        atLeast: z.number().min(0).exactOptional(),
        upTo: z.number().min(0).exactOptional(),
        atMost: z.number().min(0).exactOptional(),
        scope: z.enum(['same-stage', 'cross-stage']).exactOptional(),
        note: text.exactOptional(),
      }),
    )
    .min(1),
})
