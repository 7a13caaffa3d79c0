import { defineProblems, type Problem } from '#shared/problem.ts'

/** What can go wrong before a request reaches its module. */
export const platformProblems = defineProblems('platform', {
  signInFirst: [401, () => '请先登录。'],
  forbidden: [403, () => '您没有这项权限，如有需要请联系学区办。'],
  notFound: [404, () => '没有找到，可能已被移走。'],
  noSuchAddress: [404, () => '没有这个地址，请检查网址。'],
  badInput: [400, (_: { issues: { path: string; message: string }[] }) => '填写的内容有误，请按提示修改后再试。'],
  fileTooLarge: [413, (f: { limitMb: number }) => `文件超过 ${f.limitMb} MB，请分成几份再传。`],
  bodyTooLarge: [413, () => '提交的内容太长，请减少一些再试。'],
  tooManyRequests: [429, (f: { seconds: number }) => `操作太频繁，请 ${f.seconds} 秒后再试。`],
  foreignOrigin: [403, () => '这个请求不是从本站页面发出的，已拦下。'],
  taken: [409, (_: { constraint: string }) => '已有相同的记录，请刷新后再看。'],
  stillUsed: [409, (_: { constraint: string }) => '它牵涉的记录不存在，或仍在使用。'],
  against: [422, (_: { constraint: string }) => '填写的内容不合规定，请核对后再试。'],
  jobBrokenOff: [503, () => '这项工作中途断了，没有做完，请再试一次。'],
  busy: [503, () => '系统正忙，请稍后再试。'],
  bug: [500, () => '系统出了差错，已记录下来。请稍后再试，或把请求编号告诉管理员。'],
})

/** One field of a form is not as it should be: said under the field. */
export const badField = (path: string, message: string): Problem =>
  platformProblems.badInput({ issues: [{ path, message }] })

/** What PostgreSQL says (SQLSTATE) → what the person reads. Anything else is a bug. */
const ofState: Record<string, (constraint: string) => Problem> = {
  '23505': (constraint) => platformProblems.taken({ constraint }),
  '23P01': (constraint) => platformProblems.taken({ constraint }),
  '23503': (constraint) => platformProblems.stillUsed({ constraint }),
  '23514': (constraint) => platformProblems.against({ constraint }),
  '22P02': () => platformProblems.badInput({ issues: [] }),
  '22003': () => platformProblems.badInput({ issues: [] }),
  '22021': () => platformProblems.badInput({ issues: [] }),
  '40001': () => platformProblems.busy(),
  '40P01': () => platformProblems.busy(),
  '55P03': () => platformProblems.busy(),
}

/** The problem behind an error of the database, if it is one that a person can do something about. */
export function problemOfDatabase(error: { code?: unknown; constraint?: unknown }): Problem | undefined {
  return ofState[String(error.code)]?.(constraintName(String(error.constraint ?? '')))
}

/** A distributed PostgreSQL reports a shard's constraint with the shard's number: no_overlap_102678. */
export const constraintName = (reported: string): string => reported.replace(/_\d{6,}$/, '')
