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
  notOfSchool: [422, () => '这位教师不在学校的教师名册中，请先在名册里登记。'],
  noLessons: [422, () => '这几天没有要找人代的课，请核对日期；没有课表的学校请先导入课表。'],
  nothingToWithdraw: [409, () => '这次缺课没有还可以撤回的课。'],
  notFree: [409, (f: { why: string }) => `不能请这位教师：${f.why}。`],
  settled: [409, () => '这节课已经有了安排，请看最新的情况。'],
  isOver: [409, () => '这节课已经上过，不能再问人。'],
  notTaken: [409, () => '这节课没有人代，不能确认。'],
  notYetGiven: [409, () => '这节课还没到上课的日子，当天起才能确认。'],
  clashes: [409, (f: { message: string }) => f.message],
  endsOutside: [422, () => '结束日期应在今天之后、原定结束日期之前，请核对。'],
})
