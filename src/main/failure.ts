import { PolicyMistakes } from '#platform/policies/read.ts'
import { Problem } from '#shared/problem.ts'

/** What to tell about a failure: a Problem says it itself, a few errors of the system are translated. */
export function sentenceFor(error: unknown): string {
  if (process.env['YANZHEN_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message
  if (error instanceof Problem || error instanceof PolicyMistakes) return error.message
  const { code, path, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `找不到 ${path ?? '文件'}。`
  if (code === 'EACCES') return `没有权限读写 ${path ?? '文件'}。`
  if (code === 'EADDRINUSE') return '端口已被占用，请用 PORT=3001 这样的方式换一个再启动。'
  if (code === 'ECONNREFUSED') return '连不上数据库，请检查 DATABASE_URL 和数据库是否已经启动。'
  return `出了意外：${message ?? String(error)}。设 YANZHEN_DEBUG=1 再试可以看到详情。`
}
