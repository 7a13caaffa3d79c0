import { defineProblems } from '#shared/problem.ts'

export const assessmentProblems = defineProblems('assessment', {
  noSuchCluster: [
    404,
    (f: { cluster: string; nearest?: string }) =>
      `没有名为“${f.cluster}”的学区或集团${f.nearest ? `，最接近的是“${f.nearest}”` : '，还没有导入过台账'}。`,
  ],
  severalClusters: [
    409,
    (f: { cluster: string; ids: number[] }) =>
      `名为“${f.cluster}”的学区或集团不止一个，请改用编号：${f.ids.join('、')}。`,
  ],
  noSuchYear: [400, (f: { year: string }) => `“${f.year}”不是学年，请写开始的年份，如 2023。`],
})
