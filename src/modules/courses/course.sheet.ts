import { filed, scopeOf, type Cells, type LedgerSheet } from '#platform/ledger.ts'
import { countCourses, listCourses, saveCourses } from './course.sql.ts'

export interface CourseRecord {
  key: string
  districtId: number
  schoolYear: number
  name: string
  stage: string | null
  schoolId: number
  partnerSchoolIds: number[]
  /** 共建；特色；输出共享, in this order. */
  categories: string[]
  benefitingStudents: number
}

const categories = ['共建', '特色', '输出共享']

export const courseSheet: LedgerSheet<CourseRecord> = {
  name: '课程',
  source: 'courses.courses',
  facts: { name: 'courses.course', key: ['district_id', 'id'] },
  home: '牵头学校',
  rowOf: ({ cluster }, { districtId, schoolYear, key }) => ({
    district_id: districtId,
    cluster_id: cluster.id,
    school_year: schoolYear,
    code: key,
  }),
  key: ['课程编号'],
  columns: [
    { title: '课程编号', aliases: ['编号', '课程代码'], kind: 'code', required: true },
    { title: '课程名称', aliases: ['名称'], kind: 'label', required: true },
    { title: '学段', kind: 'text', oneOf: ['学前', '小学', '初中', '高中', '中职', '社区'] },
    { title: '牵头学校', aliases: ['开发学校', '主建学校'], kind: 'school', required: true },
    { title: '共建学校', aliases: ['参建学校'], kind: 'schools' },
    { title: '课程类别', aliases: ['类别'], kind: 'list', oneOf: categories },
    { title: '受益学生数', aliases: ['受益学生', '受益学生人数'], kind: 'integer' },
  ],
  compare: {
    name: '课程名称',
    stage: '学段',
    schoolId: '牵头学校',
    partnerSchoolIds: '共建学校',
    categories: '课程类别',
    benefitingStudents: '受益学生数',
  },
  subject: ({ name }) => name,
  prepare: async () => undefined,
  resolve: ({ schoolYear, school }, { cells }) => {
    const content = contentOf(cells)
    return { districtId: school(content.schoolId)?.districtId ?? 0, schoolYear, ...content }
  },
  existing: async (book, records) => {
    const onFile = await listCourses(
      book.ctx.db,
      scopeOf(book),
      records.map(({ key }) => key),
    )
    return new Map(onFile.map((course) => [course.key, course]))
  },
  count: (book, schoolYear) => countCourses(book.ctx.db, scopeOf(book, schoolYear)),
  save: (book, records, rows) => saveCourses(book.ctx.db, filed(book, records, rows)),
  countsFor: ({ districtId, schoolId, schoolYear }) => [{ districtId, schoolId, schoolYear }],
}

function contentOf(cells: Cells): Omit<CourseRecord, 'districtId' | 'schoolYear'> {
  const stated = (cells['课程类别'] as string[] | null) ?? []
  const partners = new Set((cells['共建学校'] as number[] | null) ?? [])
  return {
    key: cells['课程编号'] as string,
    name: cells['课程名称'] as string,
    stage: cells['学段'] as string | null,
    schoolId: cells['牵头学校'] as number,
    partnerSchoolIds: [...partners].sort((a, b) => a - b),
    categories: categories.filter((category) => stated.includes(category)),
    benefitingStudents: (cells['受益学生数'] as number | null) ?? 0,
  }
}
