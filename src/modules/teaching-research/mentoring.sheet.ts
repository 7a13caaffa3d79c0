import { filed, scopeOf, warnUnknownSubject, type LedgerSheet } from '#platform/ledger.ts'
import { compareName, readRegister, type Register } from '#modules/people/index.ts'
import { countMentorings, listMentorings, saveMentorings } from './mentoring.sql.ts'

/** `schoolId` is the mentee's school: there the figure counts. */
export interface MentoringRecord {
  key: string
  districtId: number
  schoolYear: number
  mentorId: string
  mentorSchoolId: number
  menteeId: string
  menteeName: string
  schoolId: number
  subject: string | null
}

export const mentoringSheet: LedgerSheet<MentoringRecord, Register> = {
  name: '跨校带教',
  source: 'teaching-research.mentorings',
  large: true,
  facts: { name: 'teaching_research.mentoring', key: ['district_id', 'id'] },
  home: '学员工号',
  rowOf: (_, { districtId, schoolYear, mentorId, menteeId }) => ({
    district_id: districtId,
    school_year: schoolYear,
    mentor_id: mentorId,
    mentee_id: menteeId,
  }),
  key: ['导师工号', '学员工号'],
  columns: [
    { title: '导师工号', aliases: ['带教导师工号'], kind: 'code', required: true },
    { title: '导师姓名', aliases: ['导师', '带教导师'], kind: 'name', required: true },
    { title: '学员工号', kind: 'code', required: true },
    { title: '学员姓名', aliases: ['学员'], kind: 'name', required: true },
    { title: '学科', aliases: ['任教学科', '带教学科'], kind: 'label' },
  ],
  compare: { subject: '学科', mentorSchoolId: '导师所在学校', schoolId: '学员所在学校' },
  subject: ({ menteeName }) => menteeName,
  prepare: (book, rows) => readRegister(book, rows, ['导师工号', '学员工号']),
  resolve(book, row, register, findings) {
    const mentor = register.teacherOf(row, '导师工号', findings)
    const mentee = register.teacherOf(row, '学员工号', findings)
    compareName(row, '导师姓名', mentor, findings)
    compareName(row, '学员姓名', mentee, findings)
    warnUnknownSubject(book, row, '学科', findings)
    if (!mentor || !mentee) return undefined
    return {
      key: `${mentor.teacherId}|${mentee.teacherId}`,
      districtId: mentee.districtId,
      schoolYear: book.schoolYear,
      mentorId: mentor.teacherId,
      mentorSchoolId: mentor.schoolId,
      menteeId: mentee.teacherId,
      menteeName: mentee.name,
      schoolId: mentee.schoolId,
      subject: row.cells['学科'] as string | null,
    }
  },
  existing: async (book, records) => {
    const onFile = await listMentorings(book.ctx.db, scopeOf(book), records)
    return new Map(
      onFile.map((pair) => {
        const key = `${pair.mentorId}|${pair.menteeId}`
        return [key, { ...pair, key, menteeName: '' }]
      }),
    )
  },
  count: (book, schoolYear) => countMentorings(book.ctx.db, scopeOf(book, schoolYear)),
  save: (book, records, rows) => saveMentorings(book.ctx.db, filed(book, records, rows)),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}
