import { defineProblems } from '#shared/problem.ts'

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
})
