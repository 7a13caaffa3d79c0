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
  planAdopted: [409, () => '这个方案已经提交征求意见，不能删去。'],
  notCurrent: [409, () => '志愿、需求或规则在方案编排之后有改动，请重新编排后再看理由。'],
  everybodyAnswered: [409, () => '都已经填报，不用再提醒。'],
})
