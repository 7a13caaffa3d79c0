import { filed, keptUnder, scopeOf, warnOutsideYear, type LedgerSheet } from '#platform/ledger.ts'
import { listBookedOn } from './judged-use.sql.ts'
import { bookedTooWords, bookedTwice, type UseOfDay } from './use.rules.ts'
import { countUses, listUses, saveUses } from './use.sql.ts'

/** `schoolId` is the school that provides the venue. */
export interface UseRecord {
  key: string
  districtId: number
  schoolYear: number
  usedOn: string
  venueName: string
  venueKind: string
  schoolId: number
  userSchoolId: number
  headCount: number
}

/** Whether a row tells again of a use that was booked. */
type Booked = (row: UseOfDay) => boolean

export const useSheet: LedgerSheet<UseRecord, Booked> = {
  name: '场馆共享',
  source: 'venues.uses',
  large: true,
  facts: { name: 'venues.venue_use', key: ['district_id', 'id'] },
  home: '提供学校',
  rowOf: keptUnder,
  key: [],
  columns: [
    { title: '日期', aliases: ['使用日期', '使用时间', '时间'], kind: 'day', required: true },
    { title: '场馆名称', kind: 'label', required: true },
    {
      title: '场馆类别',
      aliases: ['类别', '场馆类型'],
      kind: 'text',
      required: true,
      oneOf: ['创新实验室', '图书馆', '体育场馆', '其他'],
    },
    { title: '提供学校', aliases: ['开放学校'], kind: 'school', required: true },
    { title: '使用学校', kind: 'school', required: true },
    { title: '人次', aliases: ['使用人次'], kind: 'integer' },
  ],
  compare: {
    usedOn: '日期',
    venueName: '场馆名称',
    venueKind: '场馆类别',
    schoolId: '提供学校',
    userSchoolId: '使用学校',
    headCount: '人次',
  },
  subject: ({ venueName }) => venueName,
  prepare: async (book, rows) => {
    const days = rows.map(({ cells }) => cells['日期']).filter((day) => typeof day === 'string')
    return bookedTwice(await listBookedOn(book.ctx.db, book.districtIds(), [...new Set(days)]))
  },
  resolve(book, row, isBooked, findings) {
    const { cells } = row
    warnOutsideYear(book, row, '日期', findings)
    const use = {
      key: '',
      districtId: book.school(cells['提供学校'] as number)?.districtId ?? 0,
      schoolYear: book.schoolYear,
      usedOn: cells['日期'] as string,
      venueName: cells['场馆名称'] as string,
      venueKind: cells['场馆类别'] as string,
      schoolId: cells['提供学校'] as number,
      userSchoolId: cells['使用学校'] as number,
      headCount: (cells['人次'] as number | null) ?? 0,
    }
    if (isBooked(use)) findings.warn('日期', 'venues.bookedToo', bookedTooWords(row.row, use.usedOn))
    return use
  },
  existing: async (book, records) => {
    const onFile = await listUses(
      book.ctx.db,
      scopeOf(book),
      records.map(({ key }) => key),
    )
    return new Map(onFile.map((use) => [use.key, use]))
  },
  count: (book, schoolYear) => countUses(book.ctx.db, scopeOf(book, schoolYear)),
  save: (book, records, rows) => saveUses(book.ctx.db, filed(book, records, rows)),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}
