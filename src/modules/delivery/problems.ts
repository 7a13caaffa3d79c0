import { defineProblems } from '#shared/problem.ts'

/** Why something about shared teaching cannot be done as asked. */
export const deliveryProblems = defineProblems('delivery', {
  notYourSchool: [422, () => '请选一所由您负责的学校。'],
  notMember: [422, (f: { school: string }) => `${f.school}不是学区的成员校，请重新选择学校。`],
  ownSchool: [422, () => '走教是到别的学校上课，请把上课学校改成接收学校。'],
  elsewhere: [422, (f: { mode: string }) => `${f.mode}在提供学校上课，请把上课学校改成提供学校。`],
  noVenue: [422, () => '所选的场馆不属于上课学校，或已停用，请重新选择。'],
  noTeacher: [422, () => '所选的任课教师不在提供学校的名册里，请重新选择。'],
  noEntry: [422, () => '所选的课程不在提供学校的课程库里，或已下架，请重新选择。'],
  noSuchTerm: [422, (f: { words: string }) => f.words],
  noSession: [422, () => '这些时间里没有一次课：都在放假，或都去掉了。请检查起止日期。'],
  tooMany: [422, (f: { most: number; n: number }) => `一门课一学期最多 ${f.most} 次课，现在是 ${f.n} 次，请减少。`],
  fewPlaces: [
    422,
    (f: { places: number; sum: number }) => `各校名额加起来是 ${f.sum} 人，比总名额 ${f.places} 人多，请核对。`,
  ],
  notDraft: [409, (f: { state: string }) => `这门课${f.state}，不能再改。要改的话，请先撤回，再重新写一份。`],
  notPublished: [409, (f: { state: string }) => `这门课${f.state}，不能这样做。`],
  teacherBusy: [409, (f: { words: string }) => f.words],
  teacherTaken: [409, () => '任课教师的这个时间刚被另一门课占用，请换一个时间。'],
  closed: [409, (f: { day: string }) => `报名已于${f.day}截止，请联系提供学校。`],
  notForYou: [409, (f: { school: string }) => `这门课没有给${f.school}的名额，请联系提供学校。`],
  givesIt: [409, () => '这是本校提供的课，本校班级不用报名。'],
  classTwice: [422, (f: { name: string }) => `${f.name}写了两行，请去掉一行。`],
  full: [409, (f: { words: string }) => f.words],
  noSession404: [404, () => '没有这次课，可能已被改动，请刷新页面。'],
  notYetBegun: [409, (f: { from: string }) => `这次课 ${f.from} 才开始，还不能登记已上。`],
  notThere: [422, (f: { school: string }) => `${f.school}没有报名这次课，不用登记人数。`],
  notOver: [409, (f: { n: number }) => `还有 ${f.n} 次课没有登记，都登记后才能结课。`],
  noneHeld: [409, () => '还没有一次课登记为已上，不能结课；这门课没有开成的，请撤回。'],
})
