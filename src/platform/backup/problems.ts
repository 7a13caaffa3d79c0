import { defineProblems } from '#shared/problem.ts'

/** Why a backup cannot be made or brought back. */
export const backupProblems = defineProblems('backup', {
  nothingToBackUp: [404, () => '这里还没有数据，不需要备份。'],
  notBackup: [422, (f: { file: string }) => `${f.file} 不是雁阵的备份文件，请检查后再试。`],
  damaged: [
    422,
    (f: { file: string; part: string }) => `备份文件 ${f.file} 已损坏（${f.part} 与清单不符），什么也没有恢复。`,
  ],
  fromOtherVersion: [
    409,
    (f: { migration: string }) =>
      `这份备份来自另一个版本的雁阵（本版没有 ${f.migration}），请先升级到备份时的版本或更新的版本。`,
  ],
  notEmpty: [409, () => '这里已有数据。如果确定要用备份替换现有的全部数据，请加上 --replace。'],
})
