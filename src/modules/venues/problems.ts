import { defineProblems } from '#shared/problem.ts'

/** Why something about a venue or a partner cannot be done as asked. */
export const venuesProblems = defineProblems('venues', {
  nameTaken: [409, (f: { name: string; owner: string }) => `${f.owner}已经有一个“${f.name}”，请换一个名称。`],
  closedBefore: [409, () => '该场馆已经停用。'],
  openBefore: [409, () => '该场馆没有停用。'],
  notAPicture: [422, () => '这个文件不是图片，请选 JPG、PNG 或 WebP 格式的照片。'],
  pictureTooLarge: [422, (f: { limitKb: number }) => `图片超过 ${f.limitKb} KB，请换一张小一些的。`],
  tooManyPictures: [409, (f: { limit: number }) => `最多放 ${f.limit} 张图片，请先删去一张。`],
  noLessons: [422, () => '没有找到课表。第一行应有“场馆、星期、开始、结束”这些列名，“周次、内容”可以不填。'],
  tooManyLessons: [422, (f: { limit: number }) => `一份课表最多 ${f.limit} 节，请分几份上传。`],
  termsOverlap: [
    409,
    (f: { term: string; from: string; until: string }) => `与${f.term}（${f.from} 到 ${f.until}）重叠，请核对日期。`,
  ],
})
