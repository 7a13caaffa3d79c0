import { defineProblems } from '#shared/problem.ts'

export const documentProblems = defineProblems('document', {
  missingSigns: [
    422,
    (f: { signs: string }) =>
      `字体里没有“${f.signs}”，印出来会是空框。请换一种写法，或把含有它的字体文件放进数据文件夹的 fonts 里再试。`,
  ],
})
