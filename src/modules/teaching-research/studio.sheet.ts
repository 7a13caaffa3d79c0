import { filed, scopeOf, type LedgerSheet } from '#platform/ledger.ts'
import { countStudios, listStudios, saveStudios } from './studio.sql.ts'

export interface StudioRecord {
  key: string
  districtId: number
  schoolYear: number
  kind: string
  name: string
  schoolId: number
}

export const studioSheet: LedgerSheet<StudioRecord> = {
  name: '工作室',
  source: 'teaching-research.studios',
  facts: { name: 'teaching_research.studio', key: ['district_id', 'id'] },
  home: '所在学校',
  rowOf: ({ cluster }, { districtId, schoolYear, kind, name }) => ({
    district_id: districtId,
    cluster_id: cluster.id,
    school_year: schoolYear,
    kind,
    name,
  }),
  key: ['类别', '名称'],
  columns: [
    {
      title: '类别',
      aliases: ['工作室类别'],
      kind: 'text',
      required: true,
      oneOf: ['区名师工作室', '市名校长名师培养', '学区工作室'],
    },
    { title: '名称', aliases: ['工作室名称'], kind: 'label', required: true },
    { title: '所在学校', aliases: ['学校'], kind: 'school', required: true },
    { title: '学年', kind: 'year' },
  ],
  compare: { schoolId: '所在学校' },
  subject: ({ name }) => name,
  prepare: async () => undefined,
  resolve({ schoolYear, school }, { cells }, _, findings) {
    const year = cells['学年'] as number | null
    if (year !== null && year !== schoolYear)
      findings.warn('学年', 'transfer.outsideYear', `学年写的是 ${year}，这份台账是${schoolYear}学年的，请核对。`)
    const [kind, name, schoolId] = [cells['类别'], cells['名称'], cells['所在学校']] as [string, string, number]
    const districtId = school(schoolId)?.districtId ?? 0
    return { key: keyOf({ kind, name }), districtId, schoolYear, kind, name, schoolId }
  },
  existing: async (book, records) => {
    const onFile = await listStudios(
      book.ctx.db,
      scopeOf(book),
      records.map(({ name }) => name),
    )
    return new Map(onFile.map((studio) => [keyOf(studio), { ...studio, key: keyOf(studio) }]))
  },
  count: (book, schoolYear) => countStudios(book.ctx.db, scopeOf(book, schoolYear)),
  save: (book, records, rows) => saveStudios(book.ctx.db, filed(book, records, rows)),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}

const keyOf = ({ kind, name }: { kind: string; name: string }) => `${kind}|${name}`
