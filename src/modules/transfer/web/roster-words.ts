import { defineWords } from '#ui/words.ts'

export const rosterWords = defineWords(
  'roster',
  {
    title: '交给别的系统',
    year: '名册的学年',
    download: '导出 OneRoster 名册',
    why: '成员校、教师、班级和任课，国际通用的 OneRoster 1.2 格式，供教学平台建账号和班级用。里面有姓名和工号，导出会留下记录。',
  },
  {
    title: 'For other systems',
    year: 'School year of the roster',
    download: 'Export a OneRoster roster',
    why: 'Member schools, teachers, classes and who teaches them as OneRoster 1.2, for platforms to make accounts and classes from. That it was exported is on record.',
  },
)
