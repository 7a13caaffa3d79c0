import { filed, keptUnder, scopeOf, warnOutsideYear, type LedgerSheet } from '#platform/ledger.ts'
import { readRegister, type Register } from '#modules/people/index.ts'
import { toldTwice, toldTwiceWords } from './activity.rules.ts'
import { countActivities, listActivities, saveActivities } from './activity.sql.ts'
import { forms } from './event-line.contract.ts'
import { listHeldOn, type EventOfDay } from './judged-activity.sql.ts'

export interface ActivityRecord {
  key: string
  districtId: number
  schoolYear: number
  heldOn: string
  unionName: string
  theme: string
  form: string
  schoolId: number
  lecturerId: string | null
}

interface Looked {
  register: Register
  /** Whether a row tells again of an activity that is on record. */
  isTold: (row: EventOfDay) => boolean
}

export const activitySheet: LedgerSheet<ActivityRecord, Looked> = {
  name: '教研活动',
  source: 'teaching-research.activities',
  large: true,
  facts: { name: 'teaching_research.activity', key: ['district_id', 'id'] },
  home: '主办学校',
  rowOf: keptUnder,
  key: [],
  columns: [
    { title: '日期', aliases: ['活动日期', '活动时间', '时间'], kind: 'day', required: true },
    { title: '学科教研联合体', aliases: ['教研联合体', '联合体'], kind: 'label', required: true },
    { title: '主题', aliases: ['活动主题'], kind: 'text' },
    { title: '形式', aliases: ['活动形式'], kind: 'text', required: true, oneOf: forms },
    { title: '主办学校', aliases: ['承办学校'], kind: 'school', required: true },
    { title: '执教人工号', aliases: ['执教教师工号', '执教人'], kind: 'code' },
  ],
  compare: {
    heldOn: '日期',
    unionName: '学科教研联合体',
    theme: '主题',
    form: '形式',
    schoolId: '主办学校',
    lecturerId: '执教人工号',
  },
  subject: ({ theme }) => theme,
  prepare: async (book, rows) => {
    const days = rows.map(({ cells }) => cells['日期']).filter((day) => typeof day === 'string')
    return {
      register: await readRegister(book, rows, ['执教人工号']),
      isTold: toldTwice(await listHeldOn(book.ctx.db, scopeOf(book), [...new Set(days)])),
    }
  },
  resolve(book, row, { register, isTold }, findings) {
    const { cells } = row
    const lecturer = register.teacherOf(row, '执教人工号', findings)
    warnOutsideYear(book, row, '日期', findings)
    const activity = {
      key: '',
      districtId: book.school(cells['主办学校'] as number)?.districtId ?? 0,
      schoolYear: book.schoolYear,
      heldOn: cells['日期'] as string,
      unionName: cells['学科教研联合体'] as string,
      theme: (cells['主题'] as string | null) ?? '',
      form: cells['形式'] as string,
      schoolId: cells['主办学校'] as number,
      lecturerId: lecturer?.teacherId ?? null,
    }
    if (isTold(activity)) findings.warn('日期', 'teaching-research.toldTwice', toldTwiceWords(row.row, activity.heldOn))
    return activity
  },
  existing: async (book, records) => {
    const onFile = await listActivities(
      book.ctx.db,
      scopeOf(book),
      records.map(({ key }) => key),
    )
    return new Map(onFile.map((activity) => [activity.key, activity]))
  },
  count: (book, schoolYear) => countActivities(book.ctx.db, scopeOf(book, schoolYear)),
  save: (book, records, rows) => saveActivities(book.ctx.db, filed(book, records, rows)),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}
