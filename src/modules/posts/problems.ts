import { defineProblems } from '#shared/problem.ts'

/** Why something about the pool or the posts of a cluster cannot be done as asked. */
export const postsProblems = defineProblems('posts', {
  notToPropose: [
    422,
    (f: { n: number; year: number }) => `有 ${f.n} 位教师不在${f.year}学年您可以推荐的名册中，请刷新后重选。`,
  ],
  nothingToDecide: [409, () => '所选的推荐都已经有了决定，请刷新后再看。'],
  lineTwice: [422, (f: { line: string }) => `“${f.line}”填了两行，请合成一行。`],
  withdrawnBefore: [409, () => '这条调剂已经撤回。'],
  notYourSchool: [422, (f: { year: number }) => `所选的学校里有一所${f.year}学年不由您填报，请刷新后重选。`],
  needReported: [409, () => '这条需求已经报区，不能再改。'],
  needNotReported: [409, () => '这条需求还没有报区，报区以后再登记结果。'],
  nothingToReport: [409, () => '没有拟报的需求，请先增加。'],
  notToApply: [422, () => '这位教师不在这所成员校这一学年的名册中，请刷新后重选。'],
  otherTitle: [
    422,
    (f: { has: string; needs: string; title: string }) =>
      `申报${f.title}的应是${f.needs}，名册中这位教师的职称是${f.has}，请核对。`,
  ],
  appliedBefore: [409, () => '这位教师已经申报了这个名额。'],
  decidedMeanwhile: [409, () => '这条申报已经有了别的决定，请刷新后再看。'],
  quotaFull: [409, (f: { title: string }) => `${f.title}的名额已经给完，要再给，先收回一个或登记追加的名额。`],
  notToWithdraw: [409, () => '已经给了名额的申报不能撤回，请学区办先收回名额。'],
  noPlace: [409, () => '这位教师没有名额，不能登记评审结果。'],
  notInPool: [409, () => '这位教师不在蓄水池中，可能已经出池。'],
})
