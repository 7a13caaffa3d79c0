import { defineProblems } from '#shared/problem.ts'

interface InTheWay {
  venueId: string
  venue: string
  day: string
  words: string
}

/** Why a booking cannot be made, changed or used as asked. */
export const bookingProblems = defineProblems('bookings', {
  notStanding: [409, (f: { why: string }) => `${f.why}，不能签到。`],
  tooEarly: [409, (f: { from: string }) => `还没到签到时间，${f.from} 起可以签到。`],
  tooLate: [409, (f: { until: string }) => `这次预约已在 ${f.until} 结束，不能再签到；人确实来过的，请场馆补登记。`],
  heldTooLong: [409, () => '这次扫码已过了 24 小时，不能再补签；人确实来过的，请场馆补登记。'],
  clockWrong: [
    409,
    (f: { minutes: number }) =>
      `手机时间和现场的码相差约 ${f.minutes} 分钟，不能确认到场时间。请校准手机时间后重扫，或请场馆登记。`,
  ],
  badCode: [409, (f: { words: string; verdict: string }) => f.words],
  badDigits: [409, () => '备用码不对，或已过期，请向场馆要新的备用码。'],
  notThere: [409, (f: { words: string; verdict: string }) => f.words],
  notYetBegun: [409, (f: { from: string }) => `这次预约 ${f.from} 才开始，现在还不能登记。`],
  saidTooLate: [409, () => '这次预约已过去 7 天，不能再登记。'],
  cameAlready: [409, () => '这次预约已有人签到，不能登记为未到。'],
  notCheckedIn: [409, () => '还没有人签到，请先登记到场。'],
  notUsed: [409, () => '还没有签到，签到后才能评价。'],
  linkOver: [409, () => '这个签到链接已过期或不完整，请向预约的人要新的链接。'],
  notTheTime: [422, (f: { words: string }) => f.words],
  notYourSchool: [422, () => '请选一所由您预约的学校。'],
  whichSchool: [422, () => '还没有写给谁用，请选使用的学校。'],
  schoolOrGuest: [422, () => '使用学校和外来团体只能填一个，请去掉一个。'],
  guestNotLet: [
    422,
    (f: { venue: string }) =>
      `${f.venue}只对成员校开放，外来团体不能用；要给外来团体用，请先把它的开放对象改成“所有人”。`,
  ],
  notYourGuest: [
    422,
    (f: { venue: string }) => `外来团体用${f.venue}，由学区办或场馆所属学校的校长、联络员预约，请联系他们。`,
  ],
  noSuchVenue: [404, () => '所选的场馆不在本学区，或已停用，请刷新后重选。'],
  notToBeHad: [409, (f: { inTheWay: readonly InTheWay[] }) => sentenceOf(f.inTheWay)],
  taken: [409, (f: { inTheWay: readonly InTheWay[] }) => sentenceOf(f.inTheWay)],
  equipmentOut: [409, (f: { words: string }) => f.words],
  noSuchEquipment: [422, () => '所选的设备不属于这个场馆，请刷新后重选。'],
  stockPromised: [
    409,
    (f: { stock: number }) => `已有预约要用的比 ${f.stock} 多，请先请对方减少，或改成不少于已借出的数量。`,
  ],
  noCalendar: [404, () => '没有这个日历，或您不能查看它。'],
  quotaTwice: [422, (f: { line: string }) => `“${f.line}”写了两行，请合成一行。`],
  quotaUsed: [409, (f: { words: string }) => f.words],
  notCancelled: [409, (f: { words: string }) => f.words],
  notMoved: [409, (f: { words: string }) => f.words],
  notToWait: [409, (f: { words: string }) => f.words],
  notDecided: [409, (f: { words: string }) => f.words],
})

/** 君莲体育馆 10月15日：14:00–16:00 已有预约。另有 2 处 … */
function sentenceOf(inTheWay: readonly InTheWay[]): string {
  const [first, ...rest] = inTheWay
  if (!first) return '这个时间刚被别人订走，请换一个时间。'
  const more = rest.length > 0 ? `另有 ${rest.length} 处订不到。` : ''
  return `${first.venue} ${first.day}：${first.words}${more}`
}
