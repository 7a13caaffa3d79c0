import { defineProblems } from '#shared/problem.ts'

/** What can go wrong with notices and the ways by which they are sent. */
export const workbenchProblems = defineProblems('workbench', {
  mailOff: [409, () => '这里还没有设置发信服务器，暂时不能用邮件通知，请联系系统管理员。'],
  tooManyChannels: [409, (f: { most: number }) => `最多 ${f.most} 个邮箱和机器人，请先删掉不用的。`],
  placeNotAllowed: [422, () => '这个地址不能用：机器人的地址要以 https:// 开头，并且不在内网。'],
  wrongBot: [422, (f: { host: string }) => `这不像是所选机器人的地址，它的地址在 ${f.host}。`],
  wrongCode: [422, (f: { left: number }) => `验证码不对，还可以再试 ${f.left} 次。`],
  codeOver: [409, () => '这个验证码已经失效，请再发一次。'],
  confirmedAlready: [409, () => '这个邮箱已经确认过了。'],
  confirmFirst: [409, () => '请先填邮件里的验证码。'],
  noSuchTopic: [422, () => '没有这类通知，请刷新后再试。'],
  quietHalf: [422, () => '免打扰的开始和结束要一起填。'],
  quietNever: [422, () => '免打扰的开始和结束是同一个钟点，请改一个；不需要免打扰，请选“不设”。'],
  noAgain: [409, () => '这项工作不能重试，请回到原来的页面再做一次。'],
  mailNotSent: [502, (f: { why: string }) => `邮件没有发出去：${f.why}。`],
})
