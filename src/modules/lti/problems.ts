import { defineProblems } from '#shared/problem.ts'

/** Why an external tool cannot be kept or opened. */
export const ltiProblems = defineProblems('lti', {
  addressTaken: [
    409,
    (f: { name: string }) => `工具“${f.name}”已经用了这个链接开头。请修改那个工具，或换一个更长的开头。`,
  ],
  noTool: [404, () => '这个工具不在了，请刷新页面。'],
  /** A backup was restored without the installation's key. */
  keyLost: [409, () => '这个工具的密钥打不开了（数据恢复时没有带上安装密钥），请学区办停用它，再登记一次。'],
  /** The tool asked otherwise than was agreed: in `words` what is not right, for who wanted to go there. */
  refused: [409, (f: { words: string }) => f.words],
})
