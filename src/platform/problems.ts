import { defineProblems } from '#shared/problem.ts'

/** What can go wrong before a request reaches its module. */
export const platformProblems = defineProblems('platform', {
  signInFirst: [401, () => '请先登录。'],
  forbidden: [403, () => '您没有这项权限，如有需要请联系学区办。'],
  notFound: [404, () => '没有找到，可能已被移走。'],
  badInput: [400, (_: { issues: { path: string; message: string }[] }) => '填写的内容有误，请按提示修改后再试。'],
  fileTooLarge: [413, (f: { limitMb: number }) => `文件超过 ${f.limitMb} MB，请分成几份再传。`],
  tooManyRequests: [429, (f: { seconds: number }) => `操作太频繁，请 ${f.seconds} 秒后再试。`],
  foreignOrigin: [403, () => '这个请求不是从本站页面发出的，已拦下。'],
  taken: [409, (_: { constraint: string }) => '已有相同的记录，请刷新后再看。'],
})
