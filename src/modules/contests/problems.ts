import { defineProblems } from '#shared/problem.ts'

/** Why something about teaching contests cannot be done as asked. */
export const contestsProblems = defineProblems('contests', {
  noGroup: [422, (f: { group: string }) => `这次评比没有“${f.group}”这一组，请刷新后重选。`],
  groupTwice: [422, (f: { group: string }) => `组别“${f.group}”写了两次。`],
  itemSum: [422, (f: { sum: number }) => `各项分值合计应是 100 分，现在是 ${f.sum} 分。`],
  groupUsed: [409, (f: { group: string }) => `“${f.group}”已有作品或评委，不能去掉。`],
  itemsFixed: [409, () => '已经有评委打分，评分项不能再改。'],
  notYourSchool: [422, () => '请选择您负责的学校，教师自己报的请选本人所在的学校。'],
  notOpen: [409, (f: { from: string; until: string }) => `报送时间是 ${f.from} 至 ${f.until}，现在不能报送。`],
  withdrawnBefore: [409, () => '这件作品已经撤回。'],
  announced: [409, () => '结果已经公布，不能再改。'],
  nothingToShow: [422, () => '请附上文件，或填写网址。'],
  noSuchJuror: [
    422,
    (f: { call: string }) => `没有找到“${f.call}”：评委应是学区的专家账号，或有账号的教师，请核对姓名或工号。`,
  ],
  severalJurors: [422, (f: { call: string }) => `有几个账号叫“${f.call}”，请改写教师的工号。`],
  conflict: [409, (f: { name: string; group: string; why: string }) => `${f.name}应当回避${f.group}：${f.why}。`],
  jurorAlready: [409, (f: { name: string; group: string }) => `${f.name}已经是${f.group}的评委。`],
  hasScored: [409, (f: { name: string }) => `${f.name}已经打过分，不能再去掉。`],
  recused: [409, (f: { why: string }) => `您应当回避这件作品：${f.why}。`],
  notClosed: [409, (f: { until: string }) => `报送到 ${f.until} 截止，截止以后再评分。`],
  markOutOf: [422, (f: { item: string; weight: number }) => `“${f.item}”应在 0 到 ${f.weight} 分之间。`],
  notScored: [409, (f: { numbers: string }) => `这些作品还没有评完：${f.numbers}。`],
  noEntries: [409, () => '没有作品，不能公布结果。'],
})
