import { defineProblems } from '#shared/problem.ts'

/** Why something about studios cannot be done as asked. */
export const studiosProblems = defineProblems('studios', {
  nameTaken: [409, (f: { name: string }) => `学区里已经有“${f.name}”，请换一个名称。`],
  notMember: [422, () => '所选的学校不是学区现在的成员校，请刷新后重选。'],
  notYourSchool: [422, () => '请选择您负责的学校；主持人自己申报的，请选主持人所在的学校。'],
  notOpen: [409, (f: { from: string; until: string }) => `申报时间是 ${f.from} 至 ${f.until}，现在不能申报。`],
  appliedAlready: [409, (f: { host: string }) => `${f.host}已经申报过这次遴选，先撤回才能再报。`],
  decidedAlready: [409, () => '这份申报已经有结果，或已撤回。'],
  placesGone: [409, (f: { places: number }) => `这次遴选的 ${f.places} 个名额都已用完。`],
  ended: [409, () => '这个工作室已经结束。'],
  isHost: [422, (f: { name: string }) => `${f.name}是工作室的主持人，不用再列为成员。`],
  memberAlready: [422, (f: { name: string }) => `${f.name}已经是工作室的成员。`],
  noTask: [404, () => '没有这项任务了，可能已被删去，请刷新页面。'],
  taskDone: [409, () => '这项任务已经完成。'],
  noProof: [422, () => '请填写网址、写一句说明，或附上文件。'],
  noSuchPage: [422, () => '平台上没有这个活动、课程或研修，请核对网址。'],
  noRubric: [409, () => '还没有工作室考核量表，请联系系统管理员。'],
  levelMissing: [422, (f: { items: string }) => `还有没评的项：${f.items}。`],
  ownStudio: [409, () => '您是这个工作室的主持人或成员，不能考核它。'],
  ownSchool: [409, (f: { school: string }) => `您在${f.school}工作，工作室设在这所学校，应当回避。`],
  appraisedAlready: [409, (f: { year: number }) => `您已经考核过它的${f.year}学年。`],
  notInYear: [409, (f: { year: number }) => `这个工作室${f.year}学年不在办。`],
})
