import { defineProblems } from '#shared/problem.ts'
import { allowedWords, sizeInWords } from './kind.rules.ts'

export const filesProblems = defineProblems('files', {
  notTus: [412, () => '上传的方式不对，请刷新页面后再传。'],
  emptyFile: [422, (f: { name: string }) => `“${f.name}”是空文件，请换一个。`],
  tooLarge: [
    413,
    (f: { name: string; limit: number }) => `“${f.name}”超过 ${sizeInWords(f.limit)}，请压缩或分成几份再传。`,
  ],
  tooMany: [429, (f: { limit: number }) => `还有 ${f.limit} 个文件没有传完，请等它们传完再传新的。`],
  diskFull: [507, () => '服务器的存储空间不足，请告诉管理员。'],
  kindNotTaken: [415, (f: { name: string }) => `“${f.name}”的类型不能上传，可以传${allowedWords}。`],
  notWhatItSays: [
    415,
    (f: { name: string }) =>
      `“${f.name}”的内容与后缀不符，可能已损坏或改过后缀，请用原来的软件打开检查，再另存一份上传。`,
  ],
  otherOffset: [409, (_: { offset: number }) => '上传的进度对不上，请刷新页面后继续。'],
  moreThanSaid: [413, () => '文件在上传途中变大了，请重新选择后再传。'],
  notWhole: [409, (f: { name: string }) => `“${f.name}”还没有传完，请等它传完。`],
  gone: [404, (f: { name: string }) => `“${f.name}”在存储中找不到，请告诉管理员。`],
})
