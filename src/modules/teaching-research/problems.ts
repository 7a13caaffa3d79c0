import { defineProblems } from '#shared/problem.ts'

/** Why something about unions, their activities or mentoring cannot be done as asked. */
export const researchProblems = defineProblems('teaching-research', {
  noSuchTeacher: [422, (f: { call: string }) => `这些学校的教师名册里没有“${f.call}”，请核对姓名，或改写工号。`],
  severalCalled: [
    422,
    (f: { call: string; n: number; schools: readonly string[] }) =>
      `有 ${f.n} 位教师叫“${f.call}”（${f.schools.join('、')}），请改写工号。`,
  ],
  nameTaken: [409, (f: { name: string }) => `学区里已经有“${f.name}”，请换一个名称。`],
  notMember: [422, () => '所选的学校里有一所不是学区现在的成员校，请刷新后重选。'],
  lineArranged: [409, () => '这一项已经安排了活动，不能删去；不开展的，请先取消活动。'],
  lineGone: [404, () => '计划里没有这一项了，可能已被删去，请刷新页面。'],
  lineNotConfirmed: [409, () => '这一项计划还没有经学区办确认，确认以后再安排活动。'],
  nothingToConfirm: [409, (f: { year: number }) => `${f.year}学年的计划没有等待确认的项目，请刷新后再看。`],
  cancelled: [409, () => '这次活动已经取消。'],
  notYetHeld: [409, (f: { from: string }) => `活动 ${f.from} 才开始，开始以后再登记。`],
  signTooEarly: [409, (f: { from: string }) => `还没到签到时间，${f.from} 起可以签到。`],
  signTooLate: [409, () => '活动已经结束一天以上，不能再签到；人确实来过的，请学校联络员代为登记。'],
  badCode: [409, (f: { words: string }) => f.words],
  noSchool: [409, () => '您的账号不属于某一所学校，请活动的主持人代为登记。'],
  notYourSchool: [422, () => '请选择由您登记的学校。'],
  noLink: [404, () => '没有这一项了，可能已被删去，请刷新页面。'],
  linkOrWords: [422, () => '请填写网址，或写一句说明，或附上文件。'],
  sameSchool: [422, () => '导师和学员在同一所学校，不是跨校带教，请核对。'],
  pairThere: [409, () => '这一学年已经登记了这对带教，请在列表里打开。'],
  pairEnded: [409, () => '这对带教已经结束。'],
  noReport: [409, () => '导师还没有写学期小结，写了以后再签认。'],
  signedBefore: [409, () => '已经签认过，不用再签。'],
  notInUnion: [422, () => '主办学校和邀请的学校应是联合体的成员校，请重选。'],
})
