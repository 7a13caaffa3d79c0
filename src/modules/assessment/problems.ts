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
  badSteps: [400, (f: { fault: string }) => f.fault],
  noBaseline: [409, (f: { name: string; year: string }) => `${f.name}在${f.year}没有数据，不能作基期，请换一个学年。`],
  goalMoved: [409, () => '这个目标刚刚被别人改过，请看过新的内容再改。'],
  noSuchConcern: [409, () => '这一处已经不需要说明了，数据可能刚刚变过。'],
})
