import { defineProblems } from '#shared/problem.ts'

export const publishingProblems = defineProblems('publishing', {
  noMembers: [409, (f: { year: string }) => `${f.year}还没有任何数据，请先导入台账，再生成报告。`],
  notADraft: [409, () => '这份报告已经定稿，内容不能再改；如需更正，请另出更正版。'],
  beingMade: [409, () => '正在生成文件，请等它完成再改。'],
  notIssued: [409, () => '这份报告没有发布，或已经撤回。'],
  noSuchWords: [404, () => '这一段已不在报告中，可能刚更新过数据，请刷新后再看。'],
  wordsMoved: [
    409,
    (f: { who: string | null; words: string }) =>
      f.who === null
        ? '这一段刚刚变过，您写的还没有保存，请对照后再定。'
        : `${f.who}刚刚改过这一段，您写的还没有保存，请对照后再定。`,
  ],
  draftOpen: [
    409,
    (f: { id: string; title: string; edition: number }) =>
      `《${f.title}》${f.edition > 1 ? `第${f.edition}版` : ''}还没有发布，请接着写这一份。`,
  ],
  alreadyCorrected: [409, () => '这份报告已有更正版，请在更正版上修改。'],
  noFile: [404, () => '这份报告的文件还没有生成，请先生成。'],
  fileDamaged: [500, () => '保存的文件与发布时不一致，没有提供下载。请联系管理员，从备份中恢复。'],
})
