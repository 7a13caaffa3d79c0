import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { facets } from './facet.rules.ts'

/** A teacher in one school year. For those who may not see names, `name` and `staffNo` are masked. */
export const TeacherLine = z.object({
  teacherId: z.string(),
  staffNo: z.string(),
  name: z.string(),
  masked: z.boolean(),
  gender: z.string().nullable(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  title: z.string().nullable(),
  backbone: z.string().nullable(),
  subjectLeader: z.string().nullable(),
  eligible: z.boolean(),
})
export type TeacherLine = z.infer<typeof TeacherLine>

export const TeacherYear = TeacherLine.extend({
  schoolYear: z.number(),
  /** null too where the name is masked. */
  bornOn: z.string().nullable(),
  joinedOn: z.string().nullable(),
  /** Which rule decided 符合交流条件: 台账填报, or the rule of the pack in words; '' where the name is masked. */
  eligibleReason: z.string(),
  /** 填报的交流条件: 是, 否, or nothing declared; null too where the name is masked. */
  declared: z.enum(['是', '否']).nullable(),
  /** false too where the name is masked. */
  volunteered: z.boolean(),
  /** Whether the row stands as a ledger brought it in. */
  imported: z.boolean(),
  /** What the rule looks at on the year's first day; null where unknown or, of the age, where the name is masked. */
  inSchool: z.number().nullable(),
  age: z.number().nullable(),
  /** What the list frozen for that year says, where it was frozen. */
  frozen: z.object({ eligible: z.boolean(), words: z.string().nullable() }).nullable(),
  can: z.array(z.enum(['edit', 'move'])),
})
export type TeacherYear = z.infer<typeof TeacherYear>

const value = z.string().max(50).optional()

/** Which teachers of a unit's register are meant; 'none' is nothing on file, 'yes' anything. All of it stands in the address. */
export const TeacherFilter = z.object({
  year: schoolYear,
  q: z.string().max(50).optional(),
  schoolId: unitId.optional(),
  stage: value,
  subject: value,
  title: value,
  backbone: value,
  leader: value,
  eligible: z.enum(['yes', 'no']).optional(),
})

export const listVerbs = ['export', 'rollOver', 'readDuplicates'] as const

export const teacherApi = {
  /**
   * The teachers of a cluster (or of one school, by schoolId) in a school year, by pinyin, keyset-paged.
   * q searches full name, pinyin, initials and staff number, among those whose names the reader may see.
   */
  list: get('/api/units/:unitId/teachers', {
    title: '教师名册',
    params: z.object({ unitId }),
    query: TeacherFilter.extend({
      /** The teacher after whom the page begins: `next` of the page before. */
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      teachers: z.array(TeacherLine),
      next: z.string().nullable(),
      total: z.number(),
      can: z.array(z.enum(listVerbs)),
      /** The schools of the unit whose register the reader may write. */
      keeps: z.array(z.number()),
    }),
  }),
  /** How many teachers have which two things, and the values that occur in the list, for the pickers. */
  cross: get('/api/units/:unitId/teachers/cross', {
    title: '教师分层分类统计',
    params: z.object({ unitId }),
    query: TeacherFilter.extend({ rows: z.enum(facets).default('stage'), columns: z.enum(facets).default('title') }),
    reply: z.object({
      /** What the cells are told by: a page that has asked anew still shows the table before. */
      rows: z.enum(facets),
      columns: z.enum(facets),
      /** Values as they stand in an address: of schools their number. */
      cells: z.array(z.object({ row: z.string(), column: z.string(), n: z.number() })),
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      subjects: z.array(z.string()),
    }),
  }),
  export: get('/api/units/:unitId/teachers.xlsx', {
    title: '导出教师名册',
    params: z.object({ unitId }),
    query: TeacherFilter,
    reply: z.any(),
  }),
  /** One teacher over the years; an id that was merged into another leads to that one. */
  read: get('/api/teachers/:teacherId', {
    title: '查看教师',
    params: z.object({ teacherId: z.uuid() }),
    reply: z.object({
      teacherId: z.string(),
      name: z.string(),
      masked: z.boolean(),
      years: z.array(TeacherYear),
      /** What else is on file, from all modules: rotations, mentoring, lessons. */
      facts: z.array(
        z.object({ kind: z.string(), schoolYear: z.number(), day: z.string().nullable(), words: z.string() }),
      ),
      /** Where more of them stands, for whoever may read it. */
      pages: z.array(z.object({ words: z.string(), to: z.string() })),
      /** The rule of the latest year, in words; null where the district has none. */
      rule: z.string().nullable(),
      /** The cluster or group in which the latest school is today, the reader's own first; null where it is in none. */
      home: z.object({ id: z.number(), name: z.string() }).nullable(),
      /** In the place of which entry this one was asked for. */
      mergedFrom: z.string().nullable(),
      can: z.array(z.enum(['readExemptions', 'exempt'])),
    }),
  }),
}
