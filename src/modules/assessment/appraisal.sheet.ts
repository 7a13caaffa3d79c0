import { type LedgerSheet, scopeOf } from '#platform/ledger.ts'
import { countAppraisals, listAppraisals, saveAppraisals } from './appraisal.sql.ts'

export interface AppraisalRecord {
  key: string
  districtId: number
  schoolYear: number
  schoolId: number
  schoolName: string
  grade: string
}

export const appraisalSheet: LedgerSheet<AppraisalRecord> = {
  name: '办学绩效',
  source: 'assessment.appraisals',
  facts: { name: 'assessment.appraisal', key: ['district_id', 'school_id', 'school_year'] },
  home: '学校',
  rowOf: (_, { districtId, schoolId, schoolYear }) => ({
    district_id: districtId,
    school_id: schoolId,
    school_year: schoolYear,
  }),
  key: ['学校'],
  columns: [
    { title: '学校', aliases: ['学校名称'], kind: 'school', required: true },
    {
      title: '等第',
      aliases: ['绩效等第', '考核等第', '等级'],
      kind: 'text',
      required: true,
      oneOf: ['优秀', '良好', '合格', '不合格'],
    },
  ],
  compare: { grade: '等第' },
  subject: ({ schoolName }) => schoolName,
  prepare: async () => undefined,
  resolve({ schoolYear, school }, { cells }) {
    const schoolId = cells['学校'] as number
    const { name: schoolName = '', districtId = 0 } = school(schoolId) ?? {}
    return { key: String(schoolId), districtId, schoolYear, schoolId, schoolName, grade: cells['等第'] as string }
  },
  existing: async (book, records) => {
    const onFile = await listAppraisals(
      book.ctx.db,
      scopeOf(book),
      records.map(({ schoolId }) => schoolId),
    )
    return new Map(onFile.map((one) => [String(one.schoolId), { ...one, key: String(one.schoolId), schoolName: '' }]))
  },
  count: (book, schoolYear) => countAppraisals(book.ctx.db, scopeOf(book, schoolYear)),
  save: ({ ctx, importId }, records, rows) =>
    saveAppraisals(
      ctx.db,
      records.map((record) => ({ ...record, importId, sourceRow: rows.get(record.key) ?? null })),
    ),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}
