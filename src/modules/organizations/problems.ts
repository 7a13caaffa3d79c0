import { dayInWords } from '#shared/day.ts'
import { defineProblems } from '#shared/problem.ts'

export const organizationsProblems = defineProblems('organizations', {
  endBeforeStart: [
    422,
    (f: { from: string; until: string }) => `止日${dayInWords(f.until)}早于起日${dayInWords(f.from)}，请改一下。`,
  ],
  alreadyMember: [
    409,
    (f: { span: string }) => `该校${f.span}，与填写的日期重叠。要换角色请用“改角色”，要先退出请用“退出”。`,
  ],
  notMember: [
    409,
    (f: { day: string; spans: string }) =>
      `${dayInWords(f.day)}该校不是成员${f.spans ? `（在册：${f.spans}）` : '，还没有加入过'}，请核对日期。`,
  ],
  roleMissing: [422, () => '请选择角色。'],
  clusterMissing: [422, () => '请选择要转入的学区或集团。'],
  sameCluster: [422, () => '转入和转出的是同一个学区，请另选一个。'],
  changedSince: [409, () => '这次变更之后，成员关系又有改动，不能直接撤销。请按现在的情况重新登记一次。'],
  yearFrozen: [
    409,
    (f: { school: string; cluster: string; years: readonly number[] }) =>
      `${f.school}${f.years.join('、')}学年的符合交流条件名单已冻结，这样改会使${f.cluster}这一年的基数变化。请先到【教师】的【符合交流条件名单】解除冻结，再来变更。`,
  ],
  sameContact: [
    409,
    (f: { name: string; duty: string; unit: string }) =>
      `${f.unit}已登记联系人${f.name}（${f.duty}），电话相同，请改那一条；一人兼几个职务的，写在一起，如“书记、校长”。`,
  ],
  dutyTaken: [
    409,
    (f: { stage: string; school: string; from: string; until: string }) =>
      `${f.stage}学段${dayInWords(f.from)}至${dayInWords(f.until)}已由${f.school}轮值，请先改它的日期。`,
  ],
  dutyOutside: [422, (f: { day: string }) => `${dayInWords(f.day)}该校不是成员校，不能轮值。`],
  sameClusterName: [409, (f: { name: string }) => `本区已有名为“${f.name}”的学区或集团。`],
  sameCode: [409, (f: { code: string; school: string }) => `学校标识码 ${f.code} 已是“${f.school}”的，请核对。`],
  sameSchoolName: [
    409,
    (f: { name: string; code: string; clusters: string }) =>
      `本区已有学校“${f.name}”（标识码 ${f.code}${f.clusters ? `，${f.clusters}` : ''}）。是同一所的，请用“加入成员校”；确是另一所的，请在名称里写明区别。`,
  ],
  notYet: [422, () => '日期不能晚于今天。'],
  closedAlready: [409, (f: { day: string }) => `已于${dayInWords(f.day)}停办或撤销，不能再改。`],
  noSuchYear: [404, (f: { schoolYear: number }) => `该校没有${f.schoolYear}学年的学校表记录，没有可改的。`],
  mergeInWay: [
    409,
    (f: { inWay: readonly string[] }) => `还不能合并，这些记录仍记在重复的学校名下：${f.inWay.join('；')}。`,
  ],
  mergeFrozen: [
    409,
    (f: { school: string; years: readonly number[] }) =>
      `还不能合并：${f.school}${f.years.join('、')}学年的符合交流条件名单已冻结，合并会改变这一年的成员校。请先到【教师】的【符合交流条件名单】解除冻结。`,
  ],
  mergeSelf: [422, () => '请选择另一所学校。'],
  placeHalf: [422, () => '经度和纬度要一起填写。'],
})
