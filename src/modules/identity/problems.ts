import { defineProblems } from '#shared/problem.ts'

/** What can go wrong with accounts and signing in. */
export const identityProblems = defineProblems('identity', {
  wrongPassword: [401, () => '用户名或密码不对，请再试一次。'],
  locked: [
    423,
    (f: { minutes: number; seconds: number }) => `密码连续输错，账号已暂时锁住，请 ${f.minutes} 分钟后再试。`,
  ],
  wrongCurrent: [422, () => '现在的密码不对，请重新输入。'],
  weakPassword: [422, (f: { reason: string }) => `这个密码不够安全：${f.reason}。`],
  samePassword: [422, () => '新密码和现在的一样，请换一个。'],
  loginTaken: [409, (f: { login: string }) => `用户名 ${f.login} 已经有人用了。`],
  noSuchLogin: [404, (f: { login: string }) => `没有用户名 ${f.login}。`],
  badLogin: [422, () => '用户名请用 2 到 40 个字母、数字、点、横线或下划线。'],
  noSuchRole: [422, (f: { role: string; known: string }) => `没有“${f.role}”这种角色，可以是：${f.known}。`],
  noSuchUnit: [404, (f: { unit: string }) => `没有叫“${f.unit}”的单位。`],
  severalUnits: [409, (f: { unit: string; ids: string }) => `叫“${f.unit}”的单位不止一个，请写编号：${f.ids}。`],
  wrongPlace: [422, (f: { role: string; kinds: string }) => `${f.role}只能设在${f.kinds}。`],
  badDay: [422, (f: { day: string }) => `“${f.day}”不是日期，请写成 2027-08-31 这样。`],
})
