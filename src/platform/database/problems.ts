import { defineProblems } from '#shared/problem.ts'

/** Why a database cannot be opened. */
export const databaseProblems = defineProblems('database', {
  folderInUse: [
    409,
    (f: { folder: string; pid: number }) =>
      `数据文件夹 ${f.folder} 正由另一个雁阵（进程 ${f.pid}）使用，请先停止它再试。`,
  ],
  engineStopped: [503, (f: { cause: string }) => `内置数据库已停止工作，请重新启动雁阵（原因：${f.cause}）。`],
  folderUnreadable: [
    500,
    (f: { folder: string; cause: string }) =>
      `内置数据库打不开 ${f.folder}（原因：${f.cause}），请从最近的备份恢复，或联系技术支持。`,
  ],
  serverTooOld: [
    500,
    (f: { version: string }) => `DATABASE_URL 指向的 PostgreSQL 是 ${f.version}，雁阵需要 15 或更新的版本。`,
  ],
  roleMissing: [
    500,
    (f: { role: string; user: string }) =>
      `数据库账号 ${f.user} 无权创建角色 ${f.role}。请管理员先执行：create role ${f.role} nologin; grant ${f.role} to "${f.user}";`,
  ],
})
