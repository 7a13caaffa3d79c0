import { defineProblems } from '#shared/problem.ts'

/** Why something about a volume of papers or cases cannot be done as asked. */
export const collectionsProblems = defineProblems('collections', {
  notYourSchool: [422, () => '请选择您负责的学校，教师自己投稿的请选本人所在的学校。'],
  notOpen: [409, (f: { from: string; until: string }) => `征稿时间是 ${f.from} 至 ${f.until}，现在不能投稿。`],
  noFile: [422, () => '请附上稿件。'],
  withdrawnBefore: [409, () => '这篇稿件已经撤回。'],
  finished: [409, () => '已经成册，不能再改。'],
  notClosed: [409, (f: { until: string }) => `征稿到 ${f.until} 截止，截止以后再成册。`],
  nothingChosen: [409, () => '还没有收录稿件，请先在稿件后面点“收录”。'],
})
