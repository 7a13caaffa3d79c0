import { defineProblems } from '#shared/problem.ts'

/** Why something about routes of study or the guide cannot be done as asked. */
export const practiceProblems = defineProblems('practice', {
  noBase: [409, () => '还没有可以列入指南的基地，请先在“校外基地”里登记，再定稿。'],
  nothingNew: [409, (f: { number: number }) => `与第 ${f.number} 版相比没有变化，不需要再定稿。`],
  noRoute: [404, () => '这条路线不在了，可能已被删除，请刷新页面。'],
  routeNameTaken: [409, (f: { name: string }) => `已经有一条路线叫“${f.name}”，请换一个名称。`],
  whichSchool: [422, () => '请选择是哪所学校的班级，只能为自己的学校开始研学。'],
  noStop: [404, () => '这条路线上没有这一站，可能已被改动，请刷新页面。'],
  walkDone: [409, () => '这次研学已经走完，不用再签到。'],
  walkOver: [409, (f: { day: string }) => `这次研学是${f.day}开始的，已经过了当天，请重新开始。`],
  walkNotDone: [409, () => '还有站点没有签到，走完全部站点后才有证明。'],
  notThere: [409, (f: { words: string }) => f.words],
  badStopCode: [409, (f: { words: string }) => f.words],
  noEdition: [409, () => '还没有定稿，公开的网页没有内容。请先定稿，再打开公开。'],
})
