import { dayInWords } from '#shared/day.ts'
import { defineProblems } from '#shared/problem.ts'

/** Why something about a season cannot be done as asked. */
export const rotationPlanningProblems = defineProblems('rotationPlanning', {
  seasonOpened: [409, (f: { year: number }) => `${f.year}学年的轮岗工作已经开始，请直接修改截止日期。`],
  nobodyEligible: [409, (f: { year: number }) => `${f.year}学年还没有学校冻结符合交流条件的名单，请先冻结名单再开始。`],
  seasonClosed: [409, () => '征集已经截止，不能再填写；确需修改的，请学区办重新开放。'],
  wishesOver: [409, (f: { day: string }) => `填写意愿已于${dayInWords(f.day)}截止，确需修改的，请联系学区办。`],
  needsOver: [409, (f: { day: string }) => `报送需求已于${dayInWords(f.day)}截止，确需修改的，请联系学区办。`],
  statedByTeacher: [409, () => '这位教师已经自己填写，不能代填；要修改的，请本人登录后修改。'],
  notClosed: [409, () => '征集还没有截止，可以直接修改截止日期。'],
  answered: [409, () => '这份申请已经答复，请刷新后再看。'],
  planning: [409, () => '正在编排，请等这一次完成后再看。'],
  stopped: [409, () => '编排已停止，没有生成方案。'],
  planAdopted: [409, () => '这个方案已经采用过，留作记录，不能删去。'],
  planTaken: [
    409,
    (f: { number: number; title: string; batchId: string }) =>
      `方案 ${f.number} 已经采用，批次是“${f.title}”，不用再采用一次。`,
  ],
  otherTaken: [
    409,
    (f: { number: number; title: string; batchId: string }) =>
      `这一学年已经采用了方案 ${f.number}（批次“${f.title}”），请刷新后选“改用此方案”。`,
  ],
  planDecided: [
    409,
    (f: { number: number; title: string; state: string; batchId: string }) =>
      `方案 ${f.number} 的批次“${f.title}”现在是“${f.state}”，不能改用别的方案；还没有报区批准的，可以先在批次里退回修改。`,
  ],
  needsReason: [422, (f: { n: number }) => `这个方案有 ${f.n} 处不合规则，采用的请写明理由。`],
  nobodyGoes: [409, () => '没有要交流的教师，请至少留下一位。'],
  notCurrent: [409, () => '志愿、需求或规则在方案编排之后有改动，请重新编排后再看理由。'],
  everybodyAnswered: [409, () => '都已经填报，不用再提醒。'],
})
