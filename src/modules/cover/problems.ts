import { defineProblems } from '#shared/problem.ts'

export const coverProblems = defineProblems('cover', {
  noTimetable: [
    422,
    () =>
      '文件里没有认出课表。长表需要“班级、学科、星期、节次”和“工号”或“姓名”这些列；格子表需要一行星期、一列节次，每个班或每位教师一张工作表。',
  ],
  tooManyLessons: [422, (f: { limit: number }) => `一份课表最多 ${f.limit} 节，请按学校分开上传。`],
  brokenCalendar: [422, () => '这份 .ics 日历读不出来，请重新导出后再上传。'],
  noRegister: [422, () => '本校还没有教师名册，认不出课表里的教师，请先导入教师名册。'],
  draftGone: [409, () => '这份课表的核对结果已过期，请重新上传。'],
})
