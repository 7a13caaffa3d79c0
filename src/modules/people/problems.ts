import { defineProblems } from '#shared/problem.ts'

/** Why something about a teacher cannot be done as asked. */
export const peopleProblems = defineProblems('people', {
  staffNoTaken: [
    409,
    (f: { staffNo: string; year: number; school: string }) =>
      `工号“${f.staffNo}”${f.year}学年已登记在“${f.school}”，请核对工号；是同一位教师的，请改用“调动”。`,
  ],
  staffNoOfOther: [
    409,
    (f: { staffNo: string; year: number }) =>
      `工号“${f.staffNo}”在${f.year}学年登记的是另一个姓名，请核对；改过姓名的，请先在那一年的名册中更正。`,
  ],
  otherDistrict: [422, () => '跨区调动请先登记离校，再由新学校在本区新增。'],
  sameSchool: [422, () => '新学校与现在的学校相同，请另选一所。'],
  nothingToCopy: [
    409,
    (f: { from: number; to: number }) => `没有可以结转的教师：${f.from}学年没有名册，或者他们在${f.to}学年都已登记。`,
  ],
  notBack: [409, () => '没有可以恢复的离校记录，可能已经恢复，或者这一学年已重新登记。'],
  proofKind: [422, () => '佐证只收 PDF、JPG、PNG 文件，请转换后再传。'],
  proofTooLarge: [413, (f: { limitMb: number }) => `佐证不能超过 ${f.limitMb} MB，请压缩后再传。`],
  withdrawn: [409, () => '这条免予交流的情况已经撤回。'],
  nothingToFreeze: [409, (f: { year: number }) => `${f.year}学年没有还未冻结的教师名册，不能冻结。`],
  notFrozen: [409, (f: { year: number }) => `${f.year}学年的名单没有冻结。`],
  sameTeacher: [422, () => '这两条记录已经是同一人。'],
  tooFarApart: [422, () => '两条记录在不同的区，不能合并。'],
  mergeUndone: [409, () => '这次合并已经撤销。'],
})
