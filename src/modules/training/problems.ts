import { defineProblems } from '#shared/problem.ts'

/** Why something about courses, their recognition or credits cannot be done as asked. */
export const trainingProblems = defineProblems('training', {
  noPlan: [409, () => '本市的政策包里还没有教师培训的五年计划，记不了学分。请系统管理员放入 training-年份.yaml。'],
  noField: [422, (f: { field: string }) => `培训计划里没有“${f.field}”这项内容，请重新选择。`],
  closedCourse: [409, () => '这门课程已经申报或记了学分，不能再改。'],
  hasPeople: [409, (f: { n: number }) => `已有 ${f.n} 人报名，不能删去。请先让他们退出，或保留课程。`],
  full: [409, (f: { capacity: number }) => `名额 ${f.capacity} 人已经报满，请选别的课程。`],
  begun: [409, () => '课程已经开始，不能自己报名或退出，请找主办单位。'],
  notInAudience: [409, () => '这门课程不面向您的学校，或名册里还没有您，请联系学校联络员。'],
  notOfAudience: [422, (f: { n: number }) => `${f.n} 位教师不在这门课程面向的学校，请刷新页面再选。`],
  noSession: [404, () => '这门课程没有这一场，可能已被改动，请刷新页面。'],
  notYet: [409, (f: { day: string }) => `最后一场在${f.day}，结束以后才能记学分。`],
  nobodyEarned: [409, () => '还没有教师达到记学分的到课要求，请先登记到课。'],
  notWaiting: [409, () => '这项申报已经处理过了，请刷新页面。'],
  wrongTier: [422, (f: { tier: string }) => `不能认定为“${f.tier}”，请从列出的级别中选。`],
  badLines: [422, (f: { words: string }) => f.words],
  ofCourse: [409, () => '这笔学分来自课程，不能删去。'],
})
