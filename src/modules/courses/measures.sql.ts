import { sql } from 'kysely'
import type { Measure } from '#platform/measure.ts'
import { benefiting, exportedCourses, ofKind } from './judged-course.sql.ts'
import { stockMeasures } from './stock-measures.sql.ts'

const columns = [
  { key: 'code', title: '课程编号' },
  { key: 'stage', title: '学段' },
  { key: 'kinds', title: '课程类别' },
  { key: 'students', title: '受益学生数', kind: 'number' },
] as const

const ofCourses = {
  source: 'courses.courses',
  unit: '门',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '课程',
  columns,
} as const

export const measures: readonly Measure[] = [
  {
    ...ofCourses,
    name: 'courses.co-built',
    title: '共建课程',
    rule: '课程类别含“共建”的课程，计在牵头学校；一门课程可以有几个类别。课程库认定为“共建”的，计入首次入库的学年；台账里编号相同的不重复计。',
    select: ofKind('共建', sql`c.co_built`),
  },
  {
    ...ofCourses,
    name: 'courses.featured',
    title: '特色课程',
    rule: '课程类别含“特色”的课程，计在牵头学校；一门课程可以有几个类别。课程库认定为“特色”的，计入首次入库的学年；台账里编号相同的不重复计。',
    select: ofKind('特色', sql`c.featured`),
  },
  {
    ...ofCourses,
    name: 'courses.exported',
    title: '输出共享课程',
    rule: '课程类别含“输出共享”的课程，计在牵头学校。课程库的课程被同一学区（集团）的其他学校引进，或在共享授课中结课、有外校班级到课的，一门课程一学年计一次；台账里编号或名称相同的不重复计。',
    select: exportedCourses,
  },
  {
    ...ofCourses,
    name: 'courses.benefiting-students',
    title: '受益学生',
    unit: '人次',
    rule: '输出共享课程的受益学生数相加。共享授课结课的，按报名班级的人数计，同一班级学习同一门课程一学年只算一次；台账里同一门课程的受益学生不再计。',
    columns: [
      ...columns,
      { key: 'school', title: '参加学校' },
      { key: 'class', title: '班级' },
      { key: 'sessions', title: '到课次数', kind: 'number' },
    ],
    select: benefiting,
  },
  ...stockMeasures,
]
